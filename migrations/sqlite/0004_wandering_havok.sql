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
