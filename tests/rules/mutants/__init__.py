"""Are the tests of the rules sharp enough? A mutant is the rules with one spot spoiled; a test must notice.

mutmut spoils the functions and methods; `tables` spoils what it leaves alone: the tables that the rules are
made of. Neither needs a database.
"""
