from django.db import migrations

SEAL = """
CREATE FUNCTION org_calendar_decision_kept() RETURNS trigger LANGUAGE plpgsql AS $$
BEGIN
    RAISE EXCEPTION 'a calendar decision in force does not change' USING ERRCODE = 'restrict_violation';
END $$;

CREATE TRIGGER org_calendar_decision_kept BEFORE UPDATE OR DELETE ON org_calendar_decision
    FOR EACH ROW WHEN (OLD.state = 'in_force') EXECUTE FUNCTION org_calendar_decision_kept();

CREATE FUNCTION org_calendar_line_kept() RETURNS trigger LANGUAGE plpgsql AS $$
DECLARE
    whose uuid := CASE TG_OP WHEN 'DELETE' THEN OLD.decision_id ELSE NEW.decision_id END;
BEGIN
    IF EXISTS (SELECT 1 FROM org_calendar_decision WHERE id = whose AND state = 'in_force') OR
       (TG_OP = 'UPDATE' AND EXISTS (
            SELECT 1 FROM org_calendar_decision WHERE id = OLD.decision_id AND state = 'in_force')) THEN
        RAISE EXCEPTION 'a calendar decision in force does not change' USING ERRCODE = 'restrict_violation';
    END IF;
    RETURN CASE TG_OP WHEN 'DELETE' THEN OLD ELSE NEW END;
END $$;

CREATE TRIGGER org_calendar_day_kept BEFORE INSERT OR UPDATE OR DELETE ON org_calendar_day
    FOR EACH ROW EXECUTE FUNCTION org_calendar_line_kept();
CREATE TRIGGER org_calendar_week_kept BEFORE INSERT OR UPDATE OR DELETE ON org_calendar_week
    FOR EACH ROW EXECUTE FUNCTION org_calendar_line_kept();
"""


class Migration(migrations.Migration):
    """A decision in force never changes, whoever asks: dossiers and kept calendars rely on it."""

    dependencies = [("org", "0003_official_days")]
    operations = [migrations.RunSQL([SEAL], migrations.RunSQL.noop)]
