-- What others published is never corrected here: a corrected file is a batch of its own.
CREATE FUNCTION published_sealed() RETURNS trigger LANGUAGE plpgsql AS $$
BEGIN
    RAISE EXCEPTION 'a published figure never changes' USING ERRCODE = 'restrict_violation';
END $$;

DO $$
DECLARE
    sealed text;
BEGIN
    FOREACH sealed IN ARRAY ARRAY['published_batch', 'published_figure', 'published_part', 'published_break'] LOOP
        EXECUTE format('CREATE TRIGGER published_sealed BEFORE UPDATE OR DELETE ON %I
                        FOR EACH ROW EXECUTE FUNCTION published_sealed()', sealed);
    END LOOP;
END $$;
