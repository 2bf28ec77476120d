-- The chain is made by the database, so that no client can shape it.
CREATE FUNCTION journal_netstring(value text) RETURNS text
LANGUAGE sql IMMUTABLE STRICT PARALLEL SAFE
AS $$ SELECT octet_length(convert_to(value, 'UTF8'))::text || ':' || value || ',' $$;

CREATE FUNCTION journal_instant(moment timestamptz) RETURNS text
LANGUAGE sql IMMUTABLE STRICT PARALLEL SAFE
AS $$ SELECT to_char(moment AT TIME ZONE 'UTC', 'YYYY-MM-DD"T"HH24:MI:SS.US"Z"') $$;

CREATE FUNCTION journal_digest(e journal_entry) RETURNS bytea
LANGUAGE sql IMMUTABLE PARALLEL SAFE
AS $$
    SELECT sha256(convert_to(
        journal_netstring('motcua journal 1')
        || journal_netstring(e.id::text)
        || journal_netstring(e.thing)
        || journal_netstring(e.seq::text)
        || journal_netstring(e.about)
        || journal_netstring(e.verb)
        || journal_netstring(e.actor)
        || journal_netstring(e.position)
        || journal_netstring(e.on_behalf_of)
        || journal_netstring(journal_instant(e.happened_at))
        || journal_netstring(journal_instant(e.recorded_at))
        || journal_netstring(e.mark)
        || journal_netstring(e.payload)
        || journal_netstring(encode(e.prev_hash, 'hex')),
        'UTF8'))
$$;

-- One writer per chain: the lock lasts until the transaction ends, and under READ COMMITTED
-- the following look at the last row sees what the earlier holder committed.
-- The search path is fixed, so that no client can put a table of its own in the place of the journal.
CREATE FUNCTION journal_seal() RETURNS trigger
LANGUAGE plpgsql
SET search_path = pg_catalog, public, pg_temp
AS $$
DECLARE
    last record;
BEGIN
    PERFORM pg_advisory_xact_lock(hashtextextended(NEW.thing, 7));
    SELECT seq, hash INTO last FROM journal_entry WHERE thing = NEW.thing ORDER BY seq DESC LIMIT 1;
    NEW.seq := COALESCE(last.seq, 0) + 1;
    NEW.prev_hash := COALESCE(last.hash, decode(repeat('00', 32), 'hex'));
    NEW.recorded_at := clock_timestamp();
    NEW.hash := journal_digest(NEW);
    RETURN NEW;
END
$$;

CREATE TRIGGER journal_seal BEFORE INSERT ON journal_entry
FOR EACH ROW EXECUTE FUNCTION journal_seal();

CREATE FUNCTION journal_refuse() RETURNS trigger
LANGUAGE plpgsql
AS $$ BEGIN RAISE EXCEPTION 'the journal is append-only' USING ERRCODE = 'insufficient_privilege'; END $$;

CREATE TRIGGER journal_refuse_change BEFORE UPDATE OR DELETE ON journal_entry
FOR EACH ROW EXECUTE FUNCTION journal_refuse();
CREATE TRIGGER journal_refuse_truncate BEFORE TRUNCATE ON journal_entry
FOR EACH STATEMENT EXECUTE FUNCTION journal_refuse();

REVOKE ALL ON journal_entry FROM motcua_app;
GRANT SELECT, INSERT ON journal_entry TO motcua_app;
