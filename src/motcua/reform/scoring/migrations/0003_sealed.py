from django.db import migrations

LOCKED = """
CREATE FUNCTION scoring_leaf_locked() RETURNS trigger LANGUAGE plpgsql AS $$
BEGIN
    IF (OLD.inputs, OLD.points, OLD.not_applicable, OLD.reason, OLD.explanation, OLD.source)
       IS DISTINCT FROM
       (NEW.inputs, NEW.points, NEW.not_applicable, NEW.reason, NEW.explanation, NEW.source)
       AND EXISTS (SELECT 1 FROM scoring_sheet_lock WHERE sheet_id = OLD.sheet_id AND kind = 'self') THEN
        RAISE EXCEPTION 'a locked sheet keeps its own figures' USING ERRCODE = 'restrict_violation';
    END IF;
    RETURN NEW;
END $$;
CREATE TRIGGER scoring_leaf_locked BEFORE UPDATE ON scoring_leaf_score
    FOR EACH ROW WHEN (OLD.source <> 'surveyed') EXECUTE FUNCTION scoring_leaf_locked();

CREATE FUNCTION scoring_verdict_locked() RETURNS trigger LANGUAGE plpgsql AS $$
BEGIN
    IF EXISTS (SELECT 1 FROM scoring_sheet_lock l JOIN scoring_leaf_score s ON s.sheet_id = l.sheet_id
               WHERE s.id = NEW.leaf_id AND l.kind = NEW.stage) THEN
        RAISE EXCEPTION 'a closed sitting takes no verdict' USING ERRCODE = 'restrict_violation';
    END IF;
    RETURN NEW;
END $$;
CREATE TRIGGER scoring_verdict_locked BEFORE UPDATE ON scoring_leaf_verdict
    FOR EACH ROW EXECUTE FUNCTION scoring_verdict_locked();
"""


class Migration(migrations.Migration):
    """What was locked, decided and published can only be added to, whoever asks."""

    dependencies = [("scoring", "0002_frozen")]
    operations = [
        migrations.RunSQL(
            [
                "REVOKE UPDATE, DELETE ON scoring_sheet_lock, scoring_published_score FROM motcua_app",
                "REVOKE DELETE ON scoring_round, scoring_sheet, scoring_leaf_score, scoring_leaf_verdict,"
                " scoring_evidence, scoring_result_decision FROM motcua_app",
                # A paper is only ever taken back, a decision only ever published; both stay as they were.
                "REVOKE UPDATE ON scoring_evidence, scoring_result_decision FROM motcua_app",
                "GRANT UPDATE (withdrawn_at) ON scoring_evidence TO motcua_app",
                "GRANT UPDATE (published_at, published_by_id) ON scoring_result_decision TO motcua_app",
                LOCKED,
            ],
            migrations.RunSQL.noop,
        )
    ]
