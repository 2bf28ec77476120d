-- A criteria set and its rows stay as they were imported: sheets were scored by them.
CREATE FUNCTION scoring_frozen_criteria() RETURNS trigger LANGUAGE plpgsql AS $$
BEGIN
    RAISE EXCEPTION 'a criteria set never changes' USING ERRCODE = 'restrict_violation';
END $$;

CREATE TRIGGER scoring_frozen_criteria BEFORE UPDATE OR DELETE ON scoring_criteria_set
FOR EACH ROW EXECUTE FUNCTION scoring_frozen_criteria();

CREATE TRIGGER scoring_frozen_criteria BEFORE UPDATE OR DELETE ON scoring_criterion
FOR EACH ROW EXECUTE FUNCTION scoring_frozen_criteria();
