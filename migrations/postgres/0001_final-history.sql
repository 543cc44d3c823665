-- The history takes rows and never gives one back.
CREATE FUNCTION "refuse_altered_history"() RETURNS trigger LANGUAGE plpgsql AS $$
BEGIN
	RAISE EXCEPTION 'the history cannot be altered';
END
$$;
--> statement-breakpoint
CREATE TRIGGER "changes_no_update" BEFORE UPDATE OR DELETE ON "changes" FOR EACH ROW EXECUTE FUNCTION "refuse_altered_history"();
--> statement-breakpoint
CREATE TRIGGER "changes_no_truncate" BEFORE TRUNCATE ON "changes" FOR EACH STATEMENT EXECUTE FUNCTION "refuse_altered_history"();
