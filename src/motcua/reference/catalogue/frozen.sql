-- A published version never changes, nor does any of its parts; only its end may be set.
-- A national record that a later load corrects before its day was over is withdrawn, never rewritten.
CREATE FUNCTION catalogue_frozen_version() RETURNS trigger LANGUAGE plpgsql AS $$
BEGIN
    IF TG_OP = 'DELETE' THEN
        IF OLD.published_at IS NOT NULL THEN
            RAISE EXCEPTION 'a published procedure version never changes' USING ERRCODE = 'restrict_violation';
        END IF;
        RETURN OLD;
    END IF;
    IF OLD.origin = 'national' AND OLD.state = 'published' AND NEW.state = 'withdrawn'
       AND to_jsonb(NEW) - 'state' IS NOT DISTINCT FROM to_jsonb(OLD) - 'state' THEN
        RETURN NEW;
    END IF;
    IF OLD.published_at IS NOT NULL
       AND to_jsonb(NEW) - 'effective_to' IS DISTINCT FROM to_jsonb(OLD) - 'effective_to' THEN
        RAISE EXCEPTION 'a published procedure version never changes' USING ERRCODE = 'restrict_violation';
    END IF;
    RETURN NEW;
END $$;

CREATE TRIGGER catalogue_frozen_version BEFORE UPDATE OR DELETE ON catalogue_version
FOR EACH ROW EXECUTE FUNCTION catalogue_frozen_version();

-- Parts change in a draft alone: what is checked and signed is what is published.
-- The share lock makes a part wait for a move under way, and the other way round.
CREATE FUNCTION catalogue_frozen_part() RETURNS trigger LANGUAGE plpgsql AS $$
DECLARE
    far text;
    touched uuid[] := CASE TG_OP
        WHEN 'INSERT' THEN ARRAY[NEW.version_id]
        WHEN 'DELETE' THEN ARRAY[OLD.version_id]
        ELSE ARRAY[OLD.version_id, NEW.version_id]
    END;
BEGIN
    FOR far IN SELECT state FROM catalogue_version WHERE id = ANY (touched) ORDER BY id FOR SHARE LOOP
        IF far <> 'draft' THEN
            RAISE EXCEPTION 'a part of a procedure version that is no draft never changes'
                USING ERRCODE = 'restrict_violation';
        END IF;
    END LOOP;
    RETURN CASE WHEN TG_OP = 'DELETE' THEN OLD ELSE NEW END;
END $$;

DO $$
DECLARE
    part text;
BEGIN
    FOREACH part IN ARRAY ARRAY['catalogue_case', 'catalogue_channel', 'catalogue_component', 'catalogue_fee',
                                'catalogue_result_type', 'catalogue_legal_basis'] LOOP
        EXECUTE format('CREATE TRIGGER catalogue_frozen_part BEFORE INSERT OR UPDATE OR DELETE ON %I
                        FOR EACH ROW EXECUTE FUNCTION catalogue_frozen_part()', part);
    END LOOP;
END $$;

-- An approved route never changes, for dossiers walk along it; only its end may be set.
CREATE FUNCTION catalogue_frozen_route() RETURNS trigger LANGUAGE plpgsql AS $$
BEGIN
    IF TG_OP = 'DELETE' THEN
        IF OLD.state <> 'draft' THEN
            RAISE EXCEPTION 'an approved route never changes' USING ERRCODE = 'restrict_violation';
        END IF;
        RETURN OLD;
    END IF;
    IF OLD.state <> 'draft'
       AND to_jsonb(NEW) - 'valid_to' IS DISTINCT FROM to_jsonb(OLD) - 'valid_to' THEN
        RAISE EXCEPTION 'an approved route never changes' USING ERRCODE = 'restrict_violation';
    END IF;
    RETURN NEW;
END $$;

CREATE TRIGGER catalogue_frozen_route BEFORE UPDATE OR DELETE ON catalogue_route
FOR EACH ROW EXECUTE FUNCTION catalogue_frozen_route();

-- Steps change in a draft alone; those of a founding route only while its version is a draft too.
CREATE FUNCTION catalogue_frozen_step() RETURNS trigger LANGUAGE plpgsql AS $$
DECLARE
    far record;
    touched uuid[] := CASE TG_OP
        WHEN 'INSERT' THEN ARRAY[NEW.route_id]
        WHEN 'DELETE' THEN ARRAY[OLD.route_id]
        ELSE ARRAY[OLD.route_id, NEW.route_id]
    END;
BEGIN
    FOR far IN SELECT route.state, route.founding, version.state AS of_version
               FROM catalogue_route route JOIN catalogue_version version ON version.id = route.version_id
               WHERE route.id = ANY (touched) ORDER BY route.id FOR SHARE LOOP
        IF far.state <> 'draft' OR (far.founding AND far.of_version <> 'draft') THEN
            RAISE EXCEPTION 'a step of an approved route never changes' USING ERRCODE = 'restrict_violation';
        END IF;
    END LOOP;
    RETURN CASE WHEN TG_OP = 'DELETE' THEN OLD ELSE NEW END;
END $$;

CREATE TRIGGER catalogue_frozen_step BEFORE INSERT OR UPDATE OR DELETE ON catalogue_route_step
FOR EACH ROW EXECUTE FUNCTION catalogue_frozen_step();
