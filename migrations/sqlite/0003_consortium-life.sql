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
CREATE TABLE `baselines` (
	`id` text PRIMARY KEY NOT NULL,
	`project_id` text NOT NULL,
	`number` integer NOT NULL,
	`kind` text NOT NULL,
	`name` text NOT NULL,
	`note` text DEFAULT '' NOT NULL,
	`decided_on` text,
	`in_force_on` text,
	`frozen_at` integer NOT NULL,
	`content` text NOT NULL,
	`content_hash` text NOT NULL,
	`by_user_id` text,
	`removed_at` integer,
	`version` integer DEFAULT 1 NOT NULL,
	`created_at` integer NOT NULL,
	`updated_at` integer NOT NULL,
	FOREIGN KEY (`project_id`) REFERENCES `projects`(`id`) ON UPDATE no action ON DELETE cascade
);
--> statement-breakpoint
CREATE UNIQUE INDEX `baselines_number` ON `baselines` (`project_id`,`number`);--> statement-breakpoint
CREATE TABLE `calendar_feeds` (
	`id` text PRIMARY KEY NOT NULL,
	`project_id` text NOT NULL,
	`user_id` text NOT NULL,
	`organisation_id` text,
	`token_hash` text NOT NULL,
	`last_used_at` integer,
	`revoked_at` integer,
	`created_at` integer NOT NULL,
	FOREIGN KEY (`project_id`) REFERENCES `projects`(`id`) ON UPDATE no action ON DELETE cascade,
	FOREIGN KEY (`user_id`) REFERENCES `users`(`id`) ON UPDATE no action ON DELETE cascade
);
--> statement-breakpoint
CREATE UNIQUE INDEX `calendar_feeds_token` ON `calendar_feeds` (`token_hash`);--> statement-breakpoint
CREATE INDEX `calendar_feeds_user` ON `calendar_feeds` (`user_id`);--> statement-breakpoint
CREATE TABLE `budget_lines` (
	`id` text PRIMARY KEY NOT NULL,
	`project_id` text NOT NULL,
	`participant_id` text NOT NULL,
	`stream_id` text,
	`category` text NOT NULL,
	`title` text NOT NULL,
	`units` text NOT NULL,
	`unit` text DEFAULT '' NOT NULL,
	`unit_price_cents` integer NOT NULL,
	`from_month` integer,
	`to_month` integer,
	`note` text DEFAULT '' NOT NULL,
	`version` integer DEFAULT 1 NOT NULL,
	`created_at` integer NOT NULL,
	`updated_at` integer NOT NULL,
	FOREIGN KEY (`project_id`) REFERENCES `projects`(`id`) ON UPDATE no action ON DELETE cascade,
	FOREIGN KEY (`participant_id`) REFERENCES `participants`(`id`) ON UPDATE no action ON DELETE cascade,
	FOREIGN KEY (`stream_id`) REFERENCES `streams`(`id`) ON UPDATE no action ON DELETE set null
);
--> statement-breakpoint
CREATE INDEX `budget_lines_project` ON `budget_lines` (`project_id`);--> statement-breakpoint
CREATE INDEX `budget_lines_participant` ON `budget_lines` (`participant_id`);--> statement-breakpoint
CREATE TABLE `budget_settings` (
	`project_id` text PRIMARY KEY NOT NULL,
	`action` text,
	`flat_rates` text NOT NULL,
	`funds` text NOT NULL,
	`version` integer DEFAULT 1 NOT NULL,
	`created_at` integer NOT NULL,
	`updated_at` integer NOT NULL,
	FOREIGN KEY (`project_id`) REFERENCES `projects`(`id`) ON UPDATE no action ON DELETE cascade
);
--> statement-breakpoint
CREATE TABLE `budget_terms` (
	`participant_id` text PRIMARY KEY NOT NULL,
	`project_id` text NOT NULL,
	`requested_cents` integer,
	`other_income_cents` integer DEFAULT 0 NOT NULL,
	`flat_rates` text,
	`version` integer DEFAULT 1 NOT NULL,
	`created_at` integer NOT NULL,
	`updated_at` integer NOT NULL,
	FOREIGN KEY (`participant_id`) REFERENCES `participants`(`id`) ON UPDATE no action ON DELETE cascade,
	FOREIGN KEY (`project_id`) REFERENCES `projects`(`id`) ON UPDATE no action ON DELETE cascade
);
--> statement-breakpoint
CREATE INDEX `budget_terms_project` ON `budget_terms` (`project_id`);--> statement-breakpoint
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
CREATE TABLE `gap_reminders` (
	`project_id` text NOT NULL,
	`gap_key` text NOT NULL,
	`for_on` text NOT NULL,
	`at` integer NOT NULL,
	`by_user_id` text NOT NULL,
	`organisation_id` text NOT NULL,
	PRIMARY KEY(`project_id`, `gap_key`, `for_on`),
	FOREIGN KEY (`project_id`) REFERENCES `projects`(`id`) ON UPDATE no action ON DELETE cascade
);
--> statement-breakpoint
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
CREATE TABLE `deliverables` (
	`id` text PRIMARY KEY NOT NULL,
	`project_id` text NOT NULL,
	`stream_id` text NOT NULL,
	`task_id` text,
	`number` integer NOT NULL,
	`title` text NOT NULL,
	`description` text DEFAULT '' NOT NULL,
	`lead_participant_id` text,
	`type` text NOT NULL,
	`dissemination` text NOT NULL,
	`due_month` integer,
	`state` text,
	`submitted_on` text,
	`late_reason` text DEFAULT '' NOT NULL,
	`link` text,
	`review_note` text DEFAULT '' NOT NULL,
	`version` integer DEFAULT 1 NOT NULL,
	`created_at` integer NOT NULL,
	`updated_at` integer NOT NULL,
	FOREIGN KEY (`project_id`) REFERENCES `projects`(`id`) ON UPDATE no action ON DELETE cascade,
	FOREIGN KEY (`stream_id`) REFERENCES `streams`(`id`) ON UPDATE no action ON DELETE cascade,
	FOREIGN KEY (`task_id`) REFERENCES `tasks`(`id`) ON UPDATE no action ON DELETE set null,
	FOREIGN KEY (`lead_participant_id`) REFERENCES `participants`(`id`) ON UPDATE no action ON DELETE set null
);
--> statement-breakpoint
CREATE UNIQUE INDEX `deliverables_number` ON `deliverables` (`stream_id`,`number`);--> statement-breakpoint
CREATE INDEX `deliverables_project` ON `deliverables` (`project_id`);--> statement-breakpoint
CREATE TABLE `risk_reports` (
	`id` text PRIMARY KEY NOT NULL,
	`risk_id` text NOT NULL,
	`period_id` text NOT NULL,
	`state` text NOT NULL,
	`likelihood` text NOT NULL,
	`severity` text NOT NULL,
	`note` text DEFAULT '' NOT NULL,
	`version` integer DEFAULT 1 NOT NULL,
	`created_at` integer NOT NULL,
	`updated_at` integer NOT NULL,
	FOREIGN KEY (`risk_id`) REFERENCES `risks`(`id`) ON UPDATE no action ON DELETE cascade,
	FOREIGN KEY (`period_id`) REFERENCES `periods`(`id`) ON UPDATE no action ON DELETE cascade
);
--> statement-breakpoint
CREATE UNIQUE INDEX `risk_reports_pair` ON `risk_reports` (`risk_id`,`period_id`);--> statement-breakpoint
CREATE TABLE `risks` (
	`id` text PRIMARY KEY NOT NULL,
	`project_id` text NOT NULL,
	`number` integer NOT NULL,
	`title` text NOT NULL,
	`description` text DEFAULT '' NOT NULL,
	`likelihood` text NOT NULL,
	`severity` text NOT NULL,
	`stream_ids` text NOT NULL,
	`owner_participant_id` text,
	`mitigation` text DEFAULT '' NOT NULL,
	`version` integer DEFAULT 1 NOT NULL,
	`created_at` integer NOT NULL,
	`updated_at` integer NOT NULL,
	FOREIGN KEY (`project_id`) REFERENCES `projects`(`id`) ON UPDATE no action ON DELETE cascade,
	FOREIGN KEY (`owner_participant_id`) REFERENCES `participants`(`id`) ON UPDATE no action ON DELETE set null
);
--> statement-breakpoint
CREATE UNIQUE INDEX `risks_number` ON `risks` (`project_id`,`number`);--> statement-breakpoint
CREATE TABLE `task_links` (
	`id` text PRIMARY KEY NOT NULL,
	`project_id` text NOT NULL,
	`predecessor_id` text NOT NULL,
	`successor_id` text NOT NULL,
	`lag_months` integer DEFAULT 0 NOT NULL,
	`version` integer DEFAULT 1 NOT NULL,
	`created_at` integer NOT NULL,
	`updated_at` integer NOT NULL,
	FOREIGN KEY (`project_id`) REFERENCES `projects`(`id`) ON UPDATE no action ON DELETE cascade,
	FOREIGN KEY (`predecessor_id`) REFERENCES `tasks`(`id`) ON UPDATE no action ON DELETE cascade,
	FOREIGN KEY (`successor_id`) REFERENCES `tasks`(`id`) ON UPDATE no action ON DELETE cascade
);
--> statement-breakpoint
CREATE UNIQUE INDEX `task_links_pair` ON `task_links` (`predecessor_id`,`successor_id`);--> statement-breakpoint
CREATE INDEX `task_links_project` ON `task_links` (`project_id`);--> statement-breakpoint
CREATE INDEX `task_links_successor` ON `task_links` (`successor_id`);--> statement-breakpoint
CREATE TABLE `tasks` (
	`id` text PRIMARY KEY NOT NULL,
	`project_id` text NOT NULL,
	`stream_id` text NOT NULL,
	`number` integer NOT NULL,
	`title` text NOT NULL,
	`description` text DEFAULT '' NOT NULL,
	`lead_participant_id` text,
	`participant_ids` text NOT NULL,
	`start_month` integer,
	`end_month` integer,
	`pinned` integer DEFAULT false NOT NULL,
	`progress_bp` integer DEFAULT 0 NOT NULL,
	`state` text NOT NULL,
	`version` integer DEFAULT 1 NOT NULL,
	`created_at` integer NOT NULL,
	`updated_at` integer NOT NULL,
	FOREIGN KEY (`project_id`) REFERENCES `projects`(`id`) ON UPDATE no action ON DELETE cascade,
	FOREIGN KEY (`stream_id`) REFERENCES `streams`(`id`) ON UPDATE no action ON DELETE cascade,
	FOREIGN KEY (`lead_participant_id`) REFERENCES `participants`(`id`) ON UPDATE no action ON DELETE set null
);
--> statement-breakpoint
CREATE UNIQUE INDEX `tasks_number` ON `tasks` (`stream_id`,`number`);--> statement-breakpoint
CREATE INDEX `tasks_project` ON `tasks` (`project_id`);--> statement-breakpoint
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
ALTER TABLE `contributions` ADD `cost_category` text;--> statement-breakpoint
ALTER TABLE `periods` ADD `opened_at` integer;--> statement-breakpoint
ALTER TABLE `updates` ADD `late_reason` text DEFAULT '' NOT NULL;--> statement-breakpoint
ALTER TABLE `milestones` ADD `late_reason` text DEFAULT '' NOT NULL;