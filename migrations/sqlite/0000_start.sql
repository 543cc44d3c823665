CREATE TABLE `account_links` (
	`id` text PRIMARY KEY NOT NULL,
	`kind` text NOT NULL,
	`token_hash` text NOT NULL,
	`user_id` text,
	`expires_at` integer NOT NULL,
	`used_at` integer,
	`created_at` integer NOT NULL,
	FOREIGN KEY (`user_id`) REFERENCES `users`(`id`) ON UPDATE no action ON DELETE cascade
);
--> statement-breakpoint
CREATE UNIQUE INDEX `account_links_token` ON `account_links` (`token_hash`);--> statement-breakpoint
CREATE INDEX `account_links_user` ON `account_links` (`user_id`);--> statement-breakpoint
CREATE TABLE `accounts` (
	`id` text PRIMARY KEY NOT NULL,
	`account_id` text NOT NULL,
	`provider_id` text NOT NULL,
	`user_id` text NOT NULL,
	`access_token` text,
	`refresh_token` text,
	`id_token` text,
	`access_token_expires_at` integer,
	`refresh_token_expires_at` integer,
	`scope` text,
	`password` text,
	`created_at` integer NOT NULL,
	`updated_at` integer NOT NULL,
	FOREIGN KEY (`user_id`) REFERENCES `users`(`id`) ON UPDATE no action ON DELETE cascade
);
--> statement-breakpoint
CREATE INDEX `accounts_user` ON `accounts` (`user_id`);--> statement-breakpoint
CREATE TABLE `rate_limits` (
	`id` text PRIMARY KEY NOT NULL,
	`key` text NOT NULL,
	`count` integer NOT NULL,
	`last_request` integer NOT NULL
);
--> statement-breakpoint
CREATE UNIQUE INDEX `rate_limits_key_unique` ON `rate_limits` (`key`);--> statement-breakpoint
CREATE TABLE `sessions` (
	`id` text PRIMARY KEY NOT NULL,
	`token` text NOT NULL,
	`user_id` text NOT NULL,
	`expires_at` integer NOT NULL,
	`created_at` integer NOT NULL,
	`updated_at` integer NOT NULL,
	`ip_address` text,
	`user_agent` text,
	`acting_for_id` text,
	`last_seen_at` integer,
	FOREIGN KEY (`user_id`) REFERENCES `users`(`id`) ON UPDATE no action ON DELETE cascade
);
--> statement-breakpoint
CREATE UNIQUE INDEX `sessions_token` ON `sessions` (`token`);--> statement-breakpoint
CREATE INDEX `sessions_user` ON `sessions` (`user_id`);--> statement-breakpoint
CREATE TABLE `users` (
	`id` text PRIMARY KEY NOT NULL,
	`name` text NOT NULL,
	`email` text NOT NULL,
	`email_verified` integer DEFAULT false NOT NULL,
	`image` text,
	`created_at` integer NOT NULL,
	`updated_at` integer NOT NULL,
	`language` text,
	`is_administrator` integer DEFAULT false NOT NULL,
	`password_changed_at` integer,
	`version` integer DEFAULT 1 NOT NULL
);
--> statement-breakpoint
CREATE UNIQUE INDEX `users_email` ON `users` (`email`);--> statement-breakpoint
CREATE TABLE `verifications` (
	`id` text PRIMARY KEY NOT NULL,
	`identifier` text NOT NULL,
	`value` text NOT NULL,
	`expires_at` integer NOT NULL,
	`created_at` integer NOT NULL,
	`updated_at` integer NOT NULL
);
--> statement-breakpoint
CREATE INDEX `verifications_identifier` ON `verifications` (`identifier`);--> statement-breakpoint
CREATE TABLE `changes` (
	`seq` integer PRIMARY KEY AUTOINCREMENT NOT NULL,
	`project_id` text,
	`organisation_id` text,
	`confidential_to` text,
	`entity` text NOT NULL,
	`entity_id` text NOT NULL,
	`action` text NOT NULL,
	`actor_id` text,
	`acting_for_id` text,
	`at` integer NOT NULL,
	`fields` text NOT NULL,
	`group_id` text NOT NULL,
	`previous_hash` text NOT NULL,
	`hash` text NOT NULL
);
--> statement-breakpoint
CREATE INDEX `changes_project` ON `changes` (`project_id`,`seq`);--> statement-breakpoint
CREATE INDEX `changes_entity` ON `changes` (`entity_id`,`seq`);--> statement-breakpoint
CREATE TABLE `idempotency_keys` (
	`user_id` text NOT NULL,
	`key` text NOT NULL,
	`body_hash` text NOT NULL,
	`result` text,
	`at` integer NOT NULL,
	PRIMARY KEY(`user_id`, `key`)
);
--> statement-breakpoint
CREATE INDEX `idempotency_keys_at` ON `idempotency_keys` (`at`);--> statement-breakpoint
CREATE TABLE `contributions` (
	`id` text PRIMARY KEY NOT NULL,
	`project_id` text NOT NULL,
	`participant_id` text NOT NULL,
	`stream_id` text,
	`kind` text NOT NULL,
	`title` text NOT NULL,
	`effort_pm_hundredths` integer,
	`quantity` text,
	`unit` text,
	`value_cents` integer,
	`basis` text,
	`basis_note` text DEFAULT '' NOT NULL,
	`from_month` integer,
	`to_month` integer,
	`confidentiality` text NOT NULL,
	`state` text NOT NULL,
	`agreed_at` integer,
	`agreed_by_id` text,
	`version` integer DEFAULT 1 NOT NULL,
	`created_at` integer NOT NULL,
	`updated_at` integer NOT NULL,
	FOREIGN KEY (`project_id`) REFERENCES `projects`(`id`) ON UPDATE no action ON DELETE cascade,
	FOREIGN KEY (`participant_id`) REFERENCES `participants`(`id`) ON UPDATE no action ON DELETE no action,
	FOREIGN KEY (`stream_id`) REFERENCES `streams`(`id`) ON UPDATE no action ON DELETE no action
);
--> statement-breakpoint
CREATE INDEX `contributions_project` ON `contributions` (`project_id`,`state`,`participant_id`,`confidentiality`,`value_cents`);--> statement-breakpoint
CREATE INDEX `contributions_participant` ON `contributions` (`participant_id`);--> statement-breakpoint
CREATE INDEX `contributions_stream` ON `contributions` (`stream_id`);--> statement-breakpoint
CREATE TABLE `offers` (
	`id` text PRIMARY KEY NOT NULL,
	`contribution_id` text NOT NULL,
	`number` integer NOT NULL,
	`side` text NOT NULL,
	`effort_pm_hundredths` integer,
	`quantity` text,
	`unit` text,
	`value_cents` integer,
	`basis` text,
	`basis_note` text DEFAULT '' NOT NULL,
	`from_month` integer,
	`to_month` integer,
	`reason` text DEFAULT '' NOT NULL,
	`by_user_id` text,
	`by_organisation_id` text,
	`at` integer NOT NULL,
	FOREIGN KEY (`contribution_id`) REFERENCES `contributions`(`id`) ON UPDATE no action ON DELETE cascade
);
--> statement-breakpoint
CREATE UNIQUE INDEX `offers_number` ON `offers` (`contribution_id`,`number`);--> statement-breakpoint
CREATE TABLE `periods` (
	`id` text PRIMARY KEY NOT NULL,
	`project_id` text NOT NULL,
	`number` integer NOT NULL,
	`start_month` integer NOT NULL,
	`end_month` integer NOT NULL,
	`due_on` text NOT NULL,
	`locked_at` integer,
	`version` integer DEFAULT 1 NOT NULL,
	`created_at` integer NOT NULL,
	`updated_at` integer NOT NULL,
	FOREIGN KEY (`project_id`) REFERENCES `projects`(`id`) ON UPDATE no action ON DELETE cascade
);
--> statement-breakpoint
CREATE UNIQUE INDEX `periods_number` ON `periods` (`project_id`,`number`);--> statement-breakpoint
CREATE TABLE `updates` (
	`id` text PRIMARY KEY NOT NULL,
	`project_id` text NOT NULL,
	`contribution_id` text NOT NULL,
	`period_id` text NOT NULL,
	`participant_id` text NOT NULL,
	`state` text NOT NULL,
	`delivered_pm_hundredths` integer,
	`delivered_quantity` text,
	`delivered_cents` integer,
	`remaining_pm_hundredths` integer,
	`remaining_quantity` text,
	`remaining_cents` integer,
	`progress_bp` integer,
	`text` text DEFAULT '' NOT NULL,
	`review_note` text DEFAULT '' NOT NULL,
	`submitted_at` integer,
	`submitted_by_id` text,
	`reviewed_at` integer,
	`reviewed_by_id` text,
	`version` integer DEFAULT 1 NOT NULL,
	`created_at` integer NOT NULL,
	`updated_at` integer NOT NULL,
	FOREIGN KEY (`project_id`) REFERENCES `projects`(`id`) ON UPDATE no action ON DELETE cascade,
	FOREIGN KEY (`contribution_id`) REFERENCES `contributions`(`id`) ON UPDATE no action ON DELETE cascade,
	FOREIGN KEY (`period_id`) REFERENCES `periods`(`id`) ON UPDATE no action ON DELETE cascade,
	FOREIGN KEY (`participant_id`) REFERENCES `participants`(`id`) ON UPDATE no action ON DELETE no action
);
--> statement-breakpoint
CREATE UNIQUE INDEX `updates_pair` ON `updates` (`contribution_id`,`period_id`);--> statement-breakpoint
CREATE INDEX `updates_project` ON `updates` (`project_id`,`state`,`contribution_id`,`delivered_cents`);--> statement-breakpoint
CREATE INDEX `updates_period` ON `updates` (`period_id`);--> statement-breakpoint
CREATE TABLE `memberships` (
	`id` text PRIMARY KEY NOT NULL,
	`organisation_id` text NOT NULL,
	`parent_id` text NOT NULL,
	`since_on` text,
	`until_on` text,
	`version` integer DEFAULT 1 NOT NULL,
	`created_at` integer NOT NULL,
	`updated_at` integer NOT NULL,
	FOREIGN KEY (`organisation_id`) REFERENCES `organisations`(`id`) ON UPDATE no action ON DELETE cascade,
	FOREIGN KEY (`parent_id`) REFERENCES `organisations`(`id`) ON UPDATE no action ON DELETE cascade
);
--> statement-breakpoint
CREATE UNIQUE INDEX `memberships_pair` ON `memberships` (`organisation_id`,`parent_id`);--> statement-breakpoint
CREATE INDEX `memberships_parent` ON `memberships` (`parent_id`);--> statement-breakpoint
CREATE TABLE `organisations` (
	`id` text PRIMARY KEY NOT NULL,
	`kind` text NOT NULL,
	`activity_type` text,
	`size` text,
	`name` text NOT NULL,
	`short_name` text,
	`native_name` text,
	`native_language` text,
	`country` text,
	`country_imported` text,
	`region` text,
	`city` text,
	`address` text,
	`website` text,
	`vat_number` text,
	`pic` text,
	`registration_number` text,
	`profile` text DEFAULT '' NOT NULL,
	`competences` text NOT NULL,
	`sample` integer DEFAULT false NOT NULL,
	`source` text,
	`external_id` text,
	`search` text NOT NULL,
	`sort_name` text NOT NULL,
	`version` integer DEFAULT 1 NOT NULL,
	`created_at` integer NOT NULL,
	`updated_at` integer NOT NULL
);
--> statement-breakpoint
CREATE UNIQUE INDEX `organisations_external` ON `organisations` (`source`,`external_id`);--> statement-breakpoint
CREATE INDEX `organisations_sort` ON `organisations` (`sort_name`);--> statement-breakpoint
CREATE INDEX `organisations_country` ON `organisations` (`country`);--> statement-breakpoint
CREATE TABLE `resources` (
	`id` text PRIMARY KEY NOT NULL,
	`organisation_id` text NOT NULL,
	`direction` text NOT NULL,
	`resource` text NOT NULL,
	`medium` text NOT NULL,
	`amount` text,
	`unit` text,
	`note` text DEFAULT '' NOT NULL,
	`search` text DEFAULT '' NOT NULL,
	`version` integer DEFAULT 1 NOT NULL,
	`created_at` integer NOT NULL,
	`updated_at` integer NOT NULL,
	FOREIGN KEY (`organisation_id`) REFERENCES `organisations`(`id`) ON UPDATE no action ON DELETE cascade
);
--> statement-breakpoint
CREATE INDEX `resources_organisation` ON `resources` (`organisation_id`);--> statement-breakpoint
CREATE TABLE `seats` (
	`id` text PRIMARY KEY NOT NULL,
	`user_id` text NOT NULL,
	`organisation_id` text NOT NULL,
	`role` text NOT NULL,
	`version` integer DEFAULT 1 NOT NULL,
	`created_at` integer NOT NULL,
	`updated_at` integer NOT NULL,
	FOREIGN KEY (`user_id`) REFERENCES `users`(`id`) ON UPDATE no action ON DELETE cascade,
	FOREIGN KEY (`organisation_id`) REFERENCES `organisations`(`id`) ON UPDATE no action ON DELETE cascade
);
--> statement-breakpoint
CREATE UNIQUE INDEX `seats_pair` ON `seats` (`user_id`,`organisation_id`);--> statement-breakpoint
CREATE INDEX `seats_organisation` ON `seats` (`organisation_id`);--> statement-breakpoint
CREATE TABLE `milestones` (
	`id` text PRIMARY KEY NOT NULL,
	`project_id` text NOT NULL,
	`number` integer NOT NULL,
	`title` text NOT NULL,
	`stream_ids` text NOT NULL,
	`due_month` integer NOT NULL,
	`verification` text DEFAULT '' NOT NULL,
	`reached_on` text,
	`version` integer DEFAULT 1 NOT NULL,
	`created_at` integer NOT NULL,
	`updated_at` integer NOT NULL,
	FOREIGN KEY (`project_id`) REFERENCES `projects`(`id`) ON UPDATE no action ON DELETE cascade
);
--> statement-breakpoint
CREATE UNIQUE INDEX `milestones_number` ON `milestones` (`project_id`,`number`);--> statement-breakpoint
CREATE TABLE `participants` (
	`id` text PRIMARY KEY NOT NULL,
	`project_id` text NOT NULL,
	`organisation_id` text NOT NULL,
	`number` integer NOT NULL,
	`role` text NOT NULL,
	`state` text NOT NULL,
	`joined_on` text,
	`left_on` text,
	`contact` text DEFAULT '' NOT NULL,
	`role_text` text DEFAULT '' NOT NULL,
	`funding_rate_bp` integer,
	`grant_cents` integer,
	`net_grant_cents` integer,
	`total_cost_cents` integer,
	`source_number` integer,
	`version` integer DEFAULT 1 NOT NULL,
	`created_at` integer NOT NULL,
	`updated_at` integer NOT NULL,
	FOREIGN KEY (`project_id`) REFERENCES `projects`(`id`) ON UPDATE no action ON DELETE cascade,
	FOREIGN KEY (`organisation_id`) REFERENCES `organisations`(`id`) ON UPDATE no action ON DELETE no action
);
--> statement-breakpoint
CREATE UNIQUE INDEX `participants_role` ON `participants` (`project_id`,`organisation_id`,`role`);--> statement-breakpoint
CREATE UNIQUE INDEX `participants_number` ON `participants` (`project_id`,`number`);--> statement-breakpoint
CREATE UNIQUE INDEX `participants_coordinator` ON `participants` (`project_id`) WHERE role = 'coordinator';--> statement-breakpoint
CREATE INDEX `participants_organisation` ON `participants` (`organisation_id`,`state`,`project_id`);--> statement-breakpoint
CREATE TABLE `projects` (
	`id` text PRIMARY KEY NOT NULL,
	`acronym` text NOT NULL,
	`title` text NOT NULL,
	`summary` text DEFAULT '' NOT NULL,
	`objectives` text DEFAULT '' NOT NULL,
	`keywords` text NOT NULL,
	`status` text NOT NULL,
	`cluster_id` text,
	`start_on` text,
	`duration_months` integer,
	`period_months` integer DEFAULT 6 NOT NULL,
	`currency` text NOT NULL,
	`rule_book` text NOT NULL,
	`visibility` text NOT NULL,
	`goals` text NOT NULL,
	`place` text,
	`sample` integer DEFAULT false NOT NULL,
	`source` text,
	`external_id` text,
	`call_topic` text,
	`funding_scheme` text,
	`total_cost_cents` integer,
	`max_grant_cents` integer,
	`search` text NOT NULL,
	`sort_name` text NOT NULL,
	`version` integer DEFAULT 1 NOT NULL,
	`created_at` integer NOT NULL,
	`updated_at` integer NOT NULL,
	FOREIGN KEY (`cluster_id`) REFERENCES `organisations`(`id`) ON UPDATE no action ON DELETE no action
);
--> statement-breakpoint
CREATE UNIQUE INDEX `projects_external` ON `projects` (`source`,`external_id`);--> statement-breakpoint
CREATE INDEX `projects_sort` ON `projects` (`sort_name`);--> statement-breakpoint
CREATE INDEX `projects_cluster` ON `projects` (`cluster_id`);--> statement-breakpoint
CREATE TABLE `streams` (
	`id` text PRIMARY KEY NOT NULL,
	`project_id` text NOT NULL,
	`number` integer NOT NULL,
	`code` text NOT NULL,
	`title` text NOT NULL,
	`kind` text NOT NULL,
	`description` text DEFAULT '' NOT NULL,
	`lead_participant_id` text,
	`start_month` integer,
	`end_month` integer,
	`trl_start` integer,
	`trl_now` integer,
	`trl_target` integer,
	`colour` text NOT NULL,
	`pattern` text NOT NULL,
	`state` text NOT NULL,
	`version` integer DEFAULT 1 NOT NULL,
	`created_at` integer NOT NULL,
	`updated_at` integer NOT NULL,
	FOREIGN KEY (`project_id`) REFERENCES `projects`(`id`) ON UPDATE no action ON DELETE cascade,
	FOREIGN KEY (`lead_participant_id`) REFERENCES `participants`(`id`) ON UPDATE no action ON DELETE set null
);
--> statement-breakpoint
CREATE UNIQUE INDEX `streams_number` ON `streams` (`project_id`,`number`);--> statement-breakpoint
CREATE TABLE `jobs` (
	`id` text PRIMARY KEY NOT NULL,
	`kind` text NOT NULL,
	`user_id` text NOT NULL,
	`acting_for_id` text,
	`project_id` text,
	`state` text NOT NULL,
	`stage` text DEFAULT '' NOT NULL,
	`progress` integer DEFAULT 0 NOT NULL,
	`parameters` text NOT NULL,
	`result` text,
	`error_code` text,
	`file_key` text,
	`file_name` text,
	`file_bytes` integer,
	`change_seq` integer,
	`created_at` integer NOT NULL,
	`finished_at` integer,
	`cancelled_at` integer,
	`expires_at` integer
);
--> statement-breakpoint
CREATE INDEX `jobs_user` ON `jobs` (`user_id`,`created_at`);--> statement-breakpoint
CREATE INDEX `jobs_project` ON `jobs` (`project_id`,`created_at`);--> statement-breakpoint
CREATE TABLE `mails` (
	`id` text PRIMARY KEY NOT NULL,
	`kind` text NOT NULL,
	`to_address` text NOT NULL,
	`language` text NOT NULL,
	`params` text NOT NULL,
	`attempts` integer DEFAULT 0 NOT NULL,
	`next_attempt_at` integer,
	`sent_at` integer,
	`last_error` text,
	`created_at` integer NOT NULL
);
--> statement-breakpoint
CREATE INDEX `mails_due` ON `mails` (`next_attempt_at`);--> statement-breakpoint
CREATE TABLE `settings` (
	`name` text PRIMARY KEY NOT NULL,
	`value` text NOT NULL
);
