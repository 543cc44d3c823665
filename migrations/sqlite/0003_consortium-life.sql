CREATE TABLE `emergency_accesses` (
	`id` text PRIMARY KEY NOT NULL,
	`user_id` text NOT NULL,
	`project_id` text NOT NULL,
	`organisation_id` text NOT NULL,
	`reason` text NOT NULL,
	`opened_at` integer NOT NULL,
	`expires_at` integer NOT NULL,
	`closed_at` integer
);
--> statement-breakpoint
CREATE INDEX `emergency_accesses_user` ON `emergency_accesses` (`user_id`,`project_id`);--> statement-breakpoint
CREATE TABLE `attachments` (
	`id` text PRIMARY KEY NOT NULL,
	`project_id` text NOT NULL,
	`update_id` text NOT NULL,
	`organisation_id` text NOT NULL,
	`file_key` text NOT NULL,
	`file_name` text NOT NULL,
	`media_type` text NOT NULL,
	`bytes` integer NOT NULL,
	`sha256` text NOT NULL,
	`by_user_id` text NOT NULL,
	`handed_in_at` integer,
	`damaged_at` integer,
	`removed_at` integer,
	`version` integer DEFAULT 1 NOT NULL,
	`created_at` integer NOT NULL,
	`updated_at` integer NOT NULL,
	FOREIGN KEY (`project_id`) REFERENCES `projects`(`id`) ON UPDATE no action ON DELETE cascade,
	FOREIGN KEY (`update_id`) REFERENCES `updates`(`id`) ON UPDATE no action ON DELETE cascade
);
--> statement-breakpoint
CREATE INDEX `attachments_update` ON `attachments` (`update_id`);--> statement-breakpoint
CREATE INDEX `attachments_organisation` ON `attachments` (`organisation_id`);--> statement-breakpoint
CREATE TABLE `undone_acts` (
	`group_id` text PRIMARY KEY NOT NULL,
	`by_group_id` text NOT NULL,
	`at` integer NOT NULL
);
--> statement-breakpoint
CREATE TABLE `amendments` (
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
CREATE UNIQUE INDEX `amendments_number` ON `amendments` (`contribution_id`,`number`);--> statement-breakpoint
CREATE UNIQUE INDEX `amendments_open` ON `amendments` (`contribution_id`) WHERE state = 'open';--> statement-breakpoint
CREATE INDEX `amendments_project` ON `amendments` (`project_id`,`state`);--> statement-breakpoint
CREATE TABLE `decisions` (
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
CREATE UNIQUE INDEX `decisions_number` ON `decisions` (`project_id`,`number`);--> statement-breakpoint
CREATE INDEX `decisions_open` ON `decisions` (`state`,`closes_at`);--> statement-breakpoint
CREATE TABLE `votes` (
	`id` text PRIMARY KEY NOT NULL,
	`decision_id` text NOT NULL,
	`organisation_id` text NOT NULL,
	`choice` text NOT NULL,
	`reason` text DEFAULT '' NOT NULL,
	`by_user_id` text NOT NULL,
	`version` integer DEFAULT 1 NOT NULL,
	`created_at` integer NOT NULL,
	`updated_at` integer NOT NULL,
	FOREIGN KEY (`decision_id`) REFERENCES `decisions`(`id`) ON UPDATE no action ON DELETE cascade,
	FOREIGN KEY (`organisation_id`) REFERENCES `organisations`(`id`) ON UPDATE no action ON DELETE no action
);
--> statement-breakpoint
CREATE UNIQUE INDEX `votes_organisation` ON `votes` (`decision_id`,`organisation_id`);--> statement-breakpoint
CREATE TABLE `invitations` (
	`id` text PRIMARY KEY NOT NULL,
	`project_id` text NOT NULL,
	`participant_id` text NOT NULL,
	`organisation_id` text NOT NULL,
	`email` text NOT NULL,
	`person_name` text DEFAULT '' NOT NULL,
	`language` text NOT NULL,
	`seat_role` text NOT NULL,
	`message` text DEFAULT '' NOT NULL,
	`state` text NOT NULL,
	`token_hash` text,
	`expires_at` integer NOT NULL,
	`inviter_id` text NOT NULL,
	`inviter_organisation_id` text NOT NULL,
	`sent_count` integer DEFAULT 0 NOT NULL,
	`last_sent_at` integer,
	`answered_at` integer,
	`answered_by_id` text,
	`version` integer DEFAULT 1 NOT NULL,
	`created_at` integer NOT NULL,
	`updated_at` integer NOT NULL,
	FOREIGN KEY (`project_id`) REFERENCES `projects`(`id`) ON UPDATE no action ON DELETE cascade,
	FOREIGN KEY (`participant_id`) REFERENCES `participants`(`id`) ON UPDATE no action ON DELETE cascade,
	FOREIGN KEY (`organisation_id`) REFERENCES `organisations`(`id`) ON UPDATE no action ON DELETE no action
);
--> statement-breakpoint
CREATE UNIQUE INDEX `invitations_token` ON `invitations` (`token_hash`);--> statement-breakpoint
CREATE UNIQUE INDEX `invitations_pending` ON `invitations` (`participant_id`,`email`) WHERE state = 'pending';--> statement-breakpoint
CREATE INDEX `invitations_project` ON `invitations` (`project_id`,`state`);--> statement-breakpoint
CREATE TABLE `part_links` (
	`id` text PRIMARY KEY NOT NULL,
	`project_id` text NOT NULL,
	`participant_id` text NOT NULL,
	`period_id` text NOT NULL,
	`user_id` text NOT NULL,
	`kind` text NOT NULL,
	`token_hash` text NOT NULL,
	`expires_at` integer NOT NULL,
	`revoked_at` integer,
	`created_by_id` text,
	`named_by_id` text,
	`last_used_at` integer,
	`uses` integer DEFAULT 0 NOT NULL,
	`version` integer DEFAULT 1 NOT NULL,
	`created_at` integer NOT NULL,
	`updated_at` integer NOT NULL,
	FOREIGN KEY (`project_id`) REFERENCES `projects`(`id`) ON UPDATE no action ON DELETE cascade,
	FOREIGN KEY (`participant_id`) REFERENCES `participants`(`id`) ON UPDATE no action ON DELETE cascade,
	FOREIGN KEY (`period_id`) REFERENCES `periods`(`id`) ON UPDATE no action ON DELETE cascade,
	FOREIGN KEY (`user_id`) REFERENCES `users`(`id`) ON UPDATE no action ON DELETE cascade
);
--> statement-breakpoint
CREATE UNIQUE INDEX `part_links_token` ON `part_links` (`token_hash`);--> statement-breakpoint
CREATE INDEX `part_links_participant` ON `part_links` (`participant_id`,`period_id`);--> statement-breakpoint
CREATE INDEX `part_links_user` ON `part_links` (`user_id`);--> statement-breakpoint
CREATE TABLE `report_requests` (
	`period_id` text NOT NULL,
	`participant_id` text NOT NULL,
	`user_id` text NOT NULL,
	`kind` text NOT NULL,
	`for_on` text NOT NULL,
	`at` integer NOT NULL,
	PRIMARY KEY(`period_id`, `participant_id`, `user_id`, `kind`, `for_on`),
	FOREIGN KEY (`period_id`) REFERENCES `periods`(`id`) ON UPDATE no action ON DELETE cascade,
	FOREIGN KEY (`participant_id`) REFERENCES `participants`(`id`) ON UPDATE no action ON DELETE cascade,
	FOREIGN KEY (`user_id`) REFERENCES `users`(`id`) ON UPDATE no action ON DELETE cascade
);
--> statement-breakpoint
CREATE INDEX `report_requests_participant` ON `report_requests` (`participant_id`,`at`);--> statement-breakpoint
CREATE TABLE `reporting_settings` (
	`project_id` text PRIMARY KEY NOT NULL,
	`asks_by_mail` integer NOT NULL,
	`opens_after_days` integer NOT NULL,
	`remind_before_days` text NOT NULL,
	`remind_after_days` text NOT NULL,
	`hour` integer NOT NULL,
	`time_zone` text NOT NULL,
	`workdays_only` integer NOT NULL,
	`locks_when_accepted` integer NOT NULL,
	`version` integer DEFAULT 1 NOT NULL,
	`created_at` integer NOT NULL,
	`updated_at` integer NOT NULL,
	FOREIGN KEY (`project_id`) REFERENCES `projects`(`id`) ON UPDATE no action ON DELETE cascade
);
--> statement-breakpoint
CREATE TABLE `comments` (
	`id` text PRIMARY KEY NOT NULL,
	`project_id` text NOT NULL,
	`subject` text NOT NULL,
	`stream_id` text,
	`contribution_id` text,
	`update_id` text,
	`text` text NOT NULL,
	`mentions` text NOT NULL,
	`by_user_id` text NOT NULL,
	`by_organisation_id` text,
	`edited_at` integer,
	`removed_at` integer,
	`removed_by_id` text,
	`version` integer DEFAULT 1 NOT NULL,
	`created_at` integer NOT NULL,
	`updated_at` integer NOT NULL,
	FOREIGN KEY (`project_id`) REFERENCES `projects`(`id`) ON UPDATE no action ON DELETE cascade,
	FOREIGN KEY (`stream_id`) REFERENCES `streams`(`id`) ON UPDATE no action ON DELETE cascade,
	FOREIGN KEY (`contribution_id`) REFERENCES `contributions`(`id`) ON UPDATE no action ON DELETE cascade,
	FOREIGN KEY (`update_id`) REFERENCES `updates`(`id`) ON UPDATE no action ON DELETE cascade
);
--> statement-breakpoint
CREATE INDEX `comments_project` ON `comments` (`project_id`,`subject`);--> statement-breakpoint
CREATE INDEX `comments_stream` ON `comments` (`stream_id`);--> statement-breakpoint
CREATE INDEX `comments_contribution` ON `comments` (`contribution_id`);--> statement-breakpoint
CREATE INDEX `comments_update` ON `comments` (`update_id`);--> statement-breakpoint
CREATE TABLE `mail_preferences` (
	`user_id` text PRIMARY KEY NOT NULL,
	`wants_requests` integer NOT NULL,
	`wants_mentions` integer NOT NULL,
	`wants_digest` integer NOT NULL,
	`digest_hour` integer NOT NULL,
	`time_zone` text NOT NULL,
	`last_digest_at` integer,
	`version` integer DEFAULT 1 NOT NULL,
	`created_at` integer NOT NULL,
	`updated_at` integer NOT NULL,
	FOREIGN KEY (`user_id`) REFERENCES `users`(`id`) ON UPDATE no action ON DELETE cascade
);
--> statement-breakpoint
CREATE TABLE `notification_choices` (
	`user_id` text NOT NULL,
	`project_id` text NOT NULL,
	`level` text NOT NULL,
	PRIMARY KEY(`user_id`, `project_id`),
	FOREIGN KEY (`user_id`) REFERENCES `users`(`id`) ON UPDATE no action ON DELETE cascade,
	FOREIGN KEY (`project_id`) REFERENCES `projects`(`id`) ON UPDATE no action ON DELETE cascade
);
--> statement-breakpoint
CREATE TABLE `notifications` (
	`id` text PRIMARY KEY NOT NULL,
	`user_id` text NOT NULL,
	`organisation_id` text,
	`kind` text NOT NULL,
	`project_id` text,
	`entity` text NOT NULL,
	`entity_id` text NOT NULL,
	`actor_id` text,
	`params` text NOT NULL,
	`at` integer NOT NULL,
	`read_at` integer,
	`snoozed_until` integer,
	`mailed_at` integer,
	FOREIGN KEY (`user_id`) REFERENCES `users`(`id`) ON UPDATE no action ON DELETE cascade,
	FOREIGN KEY (`project_id`) REFERENCES `projects`(`id`) ON UPDATE no action ON DELETE cascade
);
--> statement-breakpoint
CREATE INDEX `notifications_user` ON `notifications` (`user_id`,`read_at`,`at`);--> statement-breakpoint
ALTER TABLE `periods` ADD `opened_at` integer;--> statement-breakpoint
ALTER TABLE `updates` ADD `late_reason` text DEFAULT '' NOT NULL;