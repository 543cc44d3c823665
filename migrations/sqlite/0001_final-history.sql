-- The history takes rows and never gives one back.
CREATE TRIGGER `changes_no_update` BEFORE UPDATE ON `changes` BEGIN
	SELECT RAISE(ABORT, 'the history cannot be altered');
END;
--> statement-breakpoint
CREATE TRIGGER `changes_no_delete` BEFORE DELETE ON `changes` BEGIN
	SELECT RAISE(ABORT, 'the history cannot be altered');
END;
