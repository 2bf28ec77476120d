from django.db import migrations

_KEPT = """
CREATE FUNCTION dossiers_kept() RETURNS trigger LANGUAGE plpgsql AS $$
BEGIN
    RAISE EXCEPTION 'a paper that was kept is never changed' USING ERRCODE = 'check_violation';
END $$;
CREATE TRIGGER dossiers_slip_kept BEFORE UPDATE ON dossiers_slip
    FOR EACH ROW WHEN (OLD.file_id IS NOT NULL) EXECUTE FUNCTION dossiers_kept();
CREATE TRIGGER dossiers_register_kept BEFORE UPDATE ON dossiers_register
    FOR EACH ROW WHEN (OLD.closed_at IS NOT NULL) EXECUTE FUNCTION dossiers_kept();
CREATE FUNCTION dossiers_register_open() RETURNS trigger LANGUAGE plpgsql AS $$
BEGIN
    IF (SELECT closed_at FROM dossiers_register WHERE id = NEW.register_id) IS NOT NULL THEN
        RAISE EXCEPTION 'a closed register takes no line' USING ERRCODE = 'check_violation';
    END IF;
    RETURN NEW;
END $$;
CREATE TRIGGER dossiers_register_entry_open BEFORE INSERT ON dossiers_register_entry
    FOR EACH ROW EXECUTE FUNCTION dossiers_register_open();
"""


class Migration(migrations.Migration):
    """What decides lateness and what was handed over can only be added to."""

    dependencies = [("dossiers", "0001_initial")]
    operations = [
        migrations.RunSQL(
            [
                "REVOKE UPDATE, DELETE ON dossiers_clock_mark, dossiers_calendar_move FROM motcua_app",
                "REVOKE UPDATE, DELETE ON dossiers_result_return, dossiers_stop_notice, dossiers_outage FROM motcua_app",
                "REVOKE DELETE ON dossiers_serial, dossiers_step_run, dossiers_slip, dossiers_result,"
                " dossiers_extension, dossiers_consultation"
                " FROM motcua_app",
                # An issued slip is what was handed out: only its bytes are added, once.
                "REVOKE UPDATE ON dossiers_slip FROM motcua_app",
                "GRANT UPDATE (file_id) ON dossiers_slip TO motcua_app",
                "REVOKE UPDATE, DELETE ON dossiers_register_entry FROM motcua_app",
                "REVOKE DELETE ON dossiers_register FROM motcua_app",
                _KEPT,
            ],
            migrations.RunSQL.noop,
        )
    ]
