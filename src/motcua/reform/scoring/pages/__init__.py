"""The pages of scoring: the agency's sheet, appraisal, council, decisions, rounds, results."""
