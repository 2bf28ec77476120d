-- A published version never changes, nor does any of its parts; only its end may be set.
CREATE FUNCTION catalogue_frozen_version() RETURNS trigger LANGUAGE plpgsql AS $$
BEGIN
    IF TG_OP = 'DELETE' THEN
        IF OLD.published_at IS NOT NULL THEN
            RAISE EXCEPTION 'a published procedure version never changes' USING ERRCODE = 'restrict_violation';
        END IF;
        RETURN OLD;
    END IF;
    IF OLD.published_at IS NOT NULL
       AND to_jsonb(NEW) - 'effective_to' IS DISTINCT FROM to_jsonb(OLD) - 'effective_to' THEN
        RAISE EXCEPTION 'a published procedure version never changes' USING ERRCODE = 'restrict_violation';
    END IF;
    RETURN NEW;
END $$;

CREATE TRIGGER catalogue_frozen_version BEFORE UPDATE OR DELETE ON catalogue_version
FOR EACH ROW EXECUTE FUNCTION catalogue_frozen_version();

CREATE FUNCTION catalogue_frozen_part() RETURNS trigger LANGUAGE plpgsql AS $$
DECLARE
    part_version uuid := CASE WHEN TG_OP = 'INSERT' THEN NEW.version_id ELSE OLD.version_id END;
BEGIN
    PERFORM 1 FROM catalogue_version WHERE id = part_version AND published_at IS NOT NULL;
    IF FOUND THEN
        RAISE EXCEPTION 'a part of a published procedure version never changes'
            USING ERRCODE = 'restrict_violation';
    END IF;
    RETURN CASE WHEN TG_OP = 'DELETE' THEN OLD ELSE NEW END;
END $$;

DO $$
DECLARE
    part text;
BEGIN
    FOREACH part IN ARRAY ARRAY['catalogue_case', 'catalogue_channel', 'catalogue_component', 'catalogue_fee',
                                'catalogue_result_type', 'catalogue_legal_basis', 'catalogue_route_step'] LOOP
        EXECUTE format('CREATE TRIGGER catalogue_frozen_part BEFORE INSERT OR UPDATE OR DELETE ON %I
                        FOR EACH ROW EXECUTE FUNCTION catalogue_frozen_part()', part);
    END LOOP;
END $$;
