PRAGMA foreign_keys=OFF;--> statement-breakpoint
CREATE TABLE `__new_amendments` (
	`id` text PRIMARY KEY NOT NULL,
	`project_id` text NOT NULL,
	`contribution_id` text NOT NULL,
	`number` integer NOT NULL,
	`side` text NOT NULL,
	`kind` text NOT NULL,
	`effort_pm_hundredths` integer,
	`quantity` text,
	`unit` text,
	`value_cents` integer,
	`basis` text,
	`basis_note` text DEFAULT '' NOT NULL,
	`from_month` integer,
	`to_month` integer,
	`reason` text NOT NULL,
	`state` text NOT NULL,
	`answer` text DEFAULT '' NOT NULL,
	`by_user_id` text,
	`by_organisation_id` text,
	`answered_at` integer,
	`answered_by_id` text,
	`version` integer DEFAULT 1 NOT NULL,
	`created_at` integer NOT NULL,
	`updated_at` integer NOT NULL,
	FOREIGN KEY (`project_id`) REFERENCES `projects`(`id`) ON UPDATE no action ON DELETE cascade,
	FOREIGN KEY (`contribution_id`) REFERENCES `contributions`(`id`) ON UPDATE no action ON DELETE cascade
);
--> statement-breakpoint
INSERT INTO `__new_amendments`("id", "project_id", "contribution_id", "number", "side", "kind", "effort_pm_hundredths", "quantity", "unit", "value_cents", "basis", "basis_note", "from_month", "to_month", "reason", "state", "answer", "by_user_id", "by_organisation_id", "answered_at", "answered_by_id", "version", "created_at", "updated_at") SELECT "id", "project_id", "contribution_id", "number", "side", "kind", "effort_pm_hundredths", "quantity", "unit", "value_cents", "basis", "basis_note", "from_month", "to_month", "reason", "state", "answer", "by_user_id", "by_organisation_id", "answered_at", "answered_by_id", "version", "created_at", "updated_at" FROM `amendments`;--> statement-breakpoint
DROP TABLE `amendments`;--> statement-breakpoint
ALTER TABLE `__new_amendments` RENAME TO `amendments`;--> statement-breakpoint
PRAGMA foreign_keys=ON;--> statement-breakpoint
CREATE UNIQUE INDEX `amendments_number` ON `amendments` (`contribution_id`,`number`);--> statement-breakpoint
CREATE UNIQUE INDEX `amendments_open` ON `amendments` (`contribution_id`) WHERE state = 'open';--> statement-breakpoint
CREATE INDEX `amendments_project` ON `amendments` (`project_id`,`state`);--> statement-breakpoint
CREATE TABLE `__new_decisions` (
	`id` text PRIMARY KEY NOT NULL,
	`project_id` text NOT NULL,
	`number` integer NOT NULL,
	`title` text NOT NULL,
	`text` text DEFAULT '' NOT NULL,
	`weighting` text NOT NULL,
	`voters` text NOT NULL,
	`quorum_bp` integer NOT NULL,
	`majority` text NOT NULL,
	`majority_bp` integer,
	`closes_at` integer NOT NULL,
	`state` text NOT NULL,
	`opened_at` integer,
	`closed_at` integer,
	`electorate` text NOT NULL,
	`result` text,
	`reason` text DEFAULT '' NOT NULL,
	`reminded_at` integer,
	`by_user_id` text NOT NULL,
	`version` integer DEFAULT 1 NOT NULL,
	`created_at` integer NOT NULL,
	`updated_at` integer NOT NULL,
	FOREIGN KEY (`project_id`) REFERENCES `projects`(`id`) ON UPDATE no action ON DELETE cascade
);
--> statement-breakpoint
INSERT INTO `__new_decisions`("id", "project_id", "number", "title", "text", "weighting", "voters", "quorum_bp", "majority", "majority_bp", "closes_at", "state", "opened_at", "closed_at", "electorate", "result", "reason", "reminded_at", "by_user_id", "version", "created_at", "updated_at") SELECT "id", "project_id", "number", "title", "text", "weighting", "voters", "quorum_bp", "majority", "majority_bp", "closes_at", "state", "opened_at", "closed_at", "electorate", "result", "reason", "reminded_at", "by_user_id", "version", "created_at", "updated_at" FROM `decisions`;--> statement-breakpoint
DROP TABLE `decisions`;--> statement-breakpoint
ALTER TABLE `__new_decisions` RENAME TO `decisions`;--> statement-breakpoint
CREATE UNIQUE INDEX `decisions_number` ON `decisions` (`project_id`,`number`);--> statement-breakpoint
CREATE INDEX `decisions_open` ON `decisions` (`state`,`closes_at`);