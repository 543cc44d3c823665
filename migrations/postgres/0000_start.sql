CREATE TABLE "account_links" (
	"id" text PRIMARY KEY NOT NULL,
	"kind" text NOT NULL,
	"token_hash" text NOT NULL,
	"user_id" text,
	"expires_at" bigint NOT NULL,
	"used_at" bigint,
	"created_at" bigint NOT NULL
);
--> statement-breakpoint
CREATE TABLE "accounts" (
	"id" text PRIMARY KEY NOT NULL,
	"account_id" text NOT NULL,
	"provider_id" text NOT NULL,
	"user_id" text NOT NULL,
	"access_token" text,
	"refresh_token" text,
	"id_token" text,
	"access_token_expires_at" timestamp (3) with time zone,
	"refresh_token_expires_at" timestamp (3) with time zone,
	"scope" text,
	"password" text,
	"created_at" timestamp (3) with time zone NOT NULL,
	"updated_at" timestamp (3) with time zone NOT NULL
);
--> statement-breakpoint
CREATE TABLE "rate_limits" (
	"id" text PRIMARY KEY NOT NULL,
	"key" text NOT NULL,
	"count" integer NOT NULL,
	"last_request" bigint NOT NULL,
	CONSTRAINT "rate_limits_key_unique" UNIQUE("key")
);
--> statement-breakpoint
CREATE TABLE "sessions" (
	"id" text PRIMARY KEY NOT NULL,
	"token" text NOT NULL,
	"user_id" text NOT NULL,
	"expires_at" timestamp (3) with time zone NOT NULL,
	"created_at" timestamp (3) with time zone NOT NULL,
	"updated_at" timestamp (3) with time zone NOT NULL,
	"ip_address" text,
	"user_agent" text,
	"acting_for_id" text,
	"last_seen_at" bigint
);
--> statement-breakpoint
CREATE TABLE "users" (
	"id" text PRIMARY KEY NOT NULL,
	"name" text NOT NULL,
	"email" text NOT NULL,
	"email_verified" boolean DEFAULT false NOT NULL,
	"image" text,
	"created_at" timestamp (3) with time zone NOT NULL,
	"updated_at" timestamp (3) with time zone NOT NULL,
	"language" text,
	"is_administrator" boolean DEFAULT false NOT NULL,
	"password_changed_at" bigint,
	"version" integer DEFAULT 1 NOT NULL
);
--> statement-breakpoint
CREATE TABLE "verifications" (
	"id" text PRIMARY KEY NOT NULL,
	"identifier" text NOT NULL,
	"value" text NOT NULL,
	"expires_at" timestamp (3) with time zone NOT NULL,
	"created_at" timestamp (3) with time zone NOT NULL,
	"updated_at" timestamp (3) with time zone NOT NULL
);
--> statement-breakpoint
CREATE TABLE "changes" (
	"seq" bigserial PRIMARY KEY NOT NULL,
	"project_id" text,
	"organisation_id" text,
	"confidential_to" text,
	"entity" text NOT NULL,
	"entity_id" text NOT NULL,
	"action" text NOT NULL,
	"actor_id" text,
	"acting_for_id" text,
	"at" bigint NOT NULL,
	"fields" json NOT NULL,
	"group_id" text NOT NULL,
	"previous_hash" text NOT NULL,
	"hash" text NOT NULL
);
--> statement-breakpoint
CREATE TABLE "idempotency_keys" (
	"user_id" text NOT NULL,
	"key" text NOT NULL,
	"body_hash" text NOT NULL,
	"result" json,
	"at" bigint NOT NULL,
	CONSTRAINT "idempotency_keys_user_id_key_pk" PRIMARY KEY("user_id","key")
);
--> statement-breakpoint
CREATE TABLE "contributions" (
	"id" text PRIMARY KEY NOT NULL,
	"project_id" text NOT NULL,
	"participant_id" text NOT NULL,
	"stream_id" text,
	"kind" text NOT NULL,
	"title" text NOT NULL,
	"effort_pm_hundredths" integer,
	"quantity" text,
	"unit" text,
	"value_cents" bigint,
	"basis" text,
	"basis_note" text DEFAULT '' NOT NULL,
	"from_month" integer,
	"to_month" integer,
	"confidentiality" text NOT NULL,
	"state" text NOT NULL,
	"agreed_at" bigint,
	"agreed_by_id" text,
	"version" integer DEFAULT 1 NOT NULL,
	"created_at" bigint NOT NULL,
	"updated_at" bigint NOT NULL
);
--> statement-breakpoint
CREATE TABLE "offers" (
	"id" text PRIMARY KEY NOT NULL,
	"contribution_id" text NOT NULL,
	"number" integer NOT NULL,
	"side" text NOT NULL,
	"effort_pm_hundredths" integer,
	"quantity" text,
	"unit" text,
	"value_cents" bigint,
	"basis" text,
	"basis_note" text DEFAULT '' NOT NULL,
	"from_month" integer,
	"to_month" integer,
	"reason" text DEFAULT '' NOT NULL,
	"by_user_id" text,
	"by_organisation_id" text,
	"at" bigint NOT NULL
);
--> statement-breakpoint
CREATE TABLE "periods" (
	"id" text PRIMARY KEY NOT NULL,
	"project_id" text NOT NULL,
	"number" integer NOT NULL,
	"start_month" integer NOT NULL,
	"end_month" integer NOT NULL,
	"due_on" text NOT NULL,
	"locked_at" bigint,
	"version" integer DEFAULT 1 NOT NULL,
	"created_at" bigint NOT NULL,
	"updated_at" bigint NOT NULL
);
--> statement-breakpoint
CREATE TABLE "updates" (
	"id" text PRIMARY KEY NOT NULL,
	"project_id" text NOT NULL,
	"contribution_id" text NOT NULL,
	"period_id" text NOT NULL,
	"participant_id" text NOT NULL,
	"state" text NOT NULL,
	"delivered_pm_hundredths" integer,
	"delivered_quantity" text,
	"delivered_cents" bigint,
	"remaining_pm_hundredths" integer,
	"remaining_quantity" text,
	"remaining_cents" bigint,
	"progress_bp" integer,
	"text" text DEFAULT '' NOT NULL,
	"review_note" text DEFAULT '' NOT NULL,
	"submitted_at" bigint,
	"submitted_by_id" text,
	"reviewed_at" bigint,
	"reviewed_by_id" text,
	"version" integer DEFAULT 1 NOT NULL,
	"created_at" bigint NOT NULL,
	"updated_at" bigint NOT NULL
);
--> statement-breakpoint
CREATE TABLE "memberships" (
	"id" text PRIMARY KEY NOT NULL,
	"organisation_id" text NOT NULL,
	"parent_id" text NOT NULL,
	"since_on" text,
	"until_on" text,
	"version" integer DEFAULT 1 NOT NULL,
	"created_at" bigint NOT NULL,
	"updated_at" bigint NOT NULL
);
--> statement-breakpoint
CREATE TABLE "organisations" (
	"id" text PRIMARY KEY NOT NULL,
	"kind" text NOT NULL,
	"activity_type" text,
	"size" text,
	"name" text NOT NULL,
	"short_name" text,
	"native_name" text,
	"native_language" text,
	"country" text,
	"country_imported" text,
	"region" text,
	"city" text,
	"address" text,
	"website" text,
	"vat_number" text,
	"pic" text,
	"registration_number" text,
	"profile" text DEFAULT '' NOT NULL,
	"competences" json NOT NULL,
	"sample" boolean DEFAULT false NOT NULL,
	"source" text,
	"external_id" text,
	"search" text NOT NULL,
	"sort_name" text NOT NULL,
	"version" integer DEFAULT 1 NOT NULL,
	"created_at" bigint NOT NULL,
	"updated_at" bigint NOT NULL
);
--> statement-breakpoint
CREATE TABLE "resources" (
	"id" text PRIMARY KEY NOT NULL,
	"organisation_id" text NOT NULL,
	"direction" text NOT NULL,
	"resource" text NOT NULL,
	"medium" text NOT NULL,
	"amount" text,
	"unit" text,
	"note" text DEFAULT '' NOT NULL,
	"search" text DEFAULT '' NOT NULL,
	"version" integer DEFAULT 1 NOT NULL,
	"created_at" bigint NOT NULL,
	"updated_at" bigint NOT NULL
);
--> statement-breakpoint
CREATE TABLE "seats" (
	"id" text PRIMARY KEY NOT NULL,
	"user_id" text NOT NULL,
	"organisation_id" text NOT NULL,
	"role" text NOT NULL,
	"version" integer DEFAULT 1 NOT NULL,
	"created_at" bigint NOT NULL,
	"updated_at" bigint NOT NULL
);
--> statement-breakpoint
CREATE TABLE "milestones" (
	"id" text PRIMARY KEY NOT NULL,
	"project_id" text NOT NULL,
	"number" integer NOT NULL,
	"title" text NOT NULL,
	"stream_ids" json NOT NULL,
	"due_month" integer NOT NULL,
	"verification" text DEFAULT '' NOT NULL,
	"reached_on" text,
	"version" integer DEFAULT 1 NOT NULL,
	"created_at" bigint NOT NULL,
	"updated_at" bigint NOT NULL
);
--> statement-breakpoint
CREATE TABLE "participants" (
	"id" text PRIMARY KEY NOT NULL,
	"project_id" text NOT NULL,
	"organisation_id" text NOT NULL,
	"number" integer NOT NULL,
	"role" text NOT NULL,
	"state" text NOT NULL,
	"joined_on" text,
	"left_on" text,
	"contact" text DEFAULT '' NOT NULL,
	"role_text" text DEFAULT '' NOT NULL,
	"funding_rate_bp" integer,
	"grant_cents" bigint,
	"net_grant_cents" bigint,
	"total_cost_cents" bigint,
	"source_number" integer,
	"version" integer DEFAULT 1 NOT NULL,
	"created_at" bigint NOT NULL,
	"updated_at" bigint NOT NULL
);
--> statement-breakpoint
CREATE TABLE "projects" (
	"id" text PRIMARY KEY NOT NULL,
	"acronym" text NOT NULL,
	"title" text NOT NULL,
	"summary" text DEFAULT '' NOT NULL,
	"objectives" text DEFAULT '' NOT NULL,
	"keywords" json NOT NULL,
	"status" text NOT NULL,
	"cluster_id" text,
	"start_on" text,
	"duration_months" integer,
	"period_months" integer DEFAULT 6 NOT NULL,
	"currency" text NOT NULL,
	"rule_book" text NOT NULL,
	"visibility" text NOT NULL,
	"goals" json NOT NULL,
	"place" text,
	"sample" boolean DEFAULT false NOT NULL,
	"source" text,
	"external_id" text,
	"call_topic" text,
	"funding_scheme" text,
	"total_cost_cents" bigint,
	"max_grant_cents" bigint,
	"search" text NOT NULL,
	"sort_name" text NOT NULL,
	"version" integer DEFAULT 1 NOT NULL,
	"created_at" bigint NOT NULL,
	"updated_at" bigint NOT NULL
);
--> statement-breakpoint
CREATE TABLE "streams" (
	"id" text PRIMARY KEY NOT NULL,
	"project_id" text NOT NULL,
	"number" integer NOT NULL,
	"code" text NOT NULL,
	"title" text NOT NULL,
	"kind" text NOT NULL,
	"description" text DEFAULT '' NOT NULL,
	"lead_participant_id" text,
	"start_month" integer,
	"end_month" integer,
	"trl_start" integer,
	"trl_now" integer,
	"trl_target" integer,
	"colour" text NOT NULL,
	"pattern" text NOT NULL,
	"state" text NOT NULL,
	"version" integer DEFAULT 1 NOT NULL,
	"created_at" bigint NOT NULL,
	"updated_at" bigint NOT NULL
);
--> statement-breakpoint
CREATE TABLE "jobs" (
	"id" text PRIMARY KEY NOT NULL,
	"kind" text NOT NULL,
	"user_id" text NOT NULL,
	"acting_for_id" text,
	"project_id" text,
	"state" text NOT NULL,
	"stage" text DEFAULT '' NOT NULL,
	"progress" integer DEFAULT 0 NOT NULL,
	"parameters" json NOT NULL,
	"result" json,
	"error_code" text,
	"file_key" text,
	"file_name" text,
	"file_bytes" integer,
	"change_seq" integer,
	"created_at" bigint NOT NULL,
	"finished_at" bigint,
	"cancelled_at" bigint,
	"expires_at" bigint
);
--> statement-breakpoint
CREATE TABLE "mails" (
	"id" text PRIMARY KEY NOT NULL,
	"kind" text NOT NULL,
	"to_address" text NOT NULL,
	"language" text NOT NULL,
	"params" json NOT NULL,
	"attempts" integer DEFAULT 0 NOT NULL,
	"next_attempt_at" bigint,
	"sent_at" bigint,
	"last_error" text,
	"created_at" bigint NOT NULL
);
--> statement-breakpoint
CREATE TABLE "settings" (
	"name" text PRIMARY KEY NOT NULL,
	"value" json NOT NULL
);
--> statement-breakpoint
ALTER TABLE "account_links" ADD CONSTRAINT "account_links_user_id_users_id_fk" FOREIGN KEY ("user_id") REFERENCES "public"."users"("id") ON DELETE cascade ON UPDATE no action;--> statement-breakpoint
ALTER TABLE "accounts" ADD CONSTRAINT "accounts_user_id_users_id_fk" FOREIGN KEY ("user_id") REFERENCES "public"."users"("id") ON DELETE cascade ON UPDATE no action;--> statement-breakpoint
ALTER TABLE "sessions" ADD CONSTRAINT "sessions_user_id_users_id_fk" FOREIGN KEY ("user_id") REFERENCES "public"."users"("id") ON DELETE cascade ON UPDATE no action;--> statement-breakpoint
ALTER TABLE "contributions" ADD CONSTRAINT "contributions_project_id_projects_id_fk" FOREIGN KEY ("project_id") REFERENCES "public"."projects"("id") ON DELETE cascade ON UPDATE no action;--> statement-breakpoint
ALTER TABLE "contributions" ADD CONSTRAINT "contributions_participant_id_participants_id_fk" FOREIGN KEY ("participant_id") REFERENCES "public"."participants"("id") ON DELETE no action ON UPDATE no action;--> statement-breakpoint
ALTER TABLE "contributions" ADD CONSTRAINT "contributions_stream_id_streams_id_fk" FOREIGN KEY ("stream_id") REFERENCES "public"."streams"("id") ON DELETE no action ON UPDATE no action;--> statement-breakpoint
ALTER TABLE "offers" ADD CONSTRAINT "offers_contribution_id_contributions_id_fk" FOREIGN KEY ("contribution_id") REFERENCES "public"."contributions"("id") ON DELETE cascade ON UPDATE no action;--> statement-breakpoint
ALTER TABLE "periods" ADD CONSTRAINT "periods_project_id_projects_id_fk" FOREIGN KEY ("project_id") REFERENCES "public"."projects"("id") ON DELETE cascade ON UPDATE no action;--> statement-breakpoint
ALTER TABLE "updates" ADD CONSTRAINT "updates_project_id_projects_id_fk" FOREIGN KEY ("project_id") REFERENCES "public"."projects"("id") ON DELETE cascade ON UPDATE no action;--> statement-breakpoint
ALTER TABLE "updates" ADD CONSTRAINT "updates_contribution_id_contributions_id_fk" FOREIGN KEY ("contribution_id") REFERENCES "public"."contributions"("id") ON DELETE cascade ON UPDATE no action;--> statement-breakpoint
ALTER TABLE "updates" ADD CONSTRAINT "updates_period_id_periods_id_fk" FOREIGN KEY ("period_id") REFERENCES "public"."periods"("id") ON DELETE cascade ON UPDATE no action;--> statement-breakpoint
ALTER TABLE "updates" ADD CONSTRAINT "updates_participant_id_participants_id_fk" FOREIGN KEY ("participant_id") REFERENCES "public"."participants"("id") ON DELETE no action ON UPDATE no action;--> statement-breakpoint
ALTER TABLE "memberships" ADD CONSTRAINT "memberships_organisation_id_organisations_id_fk" FOREIGN KEY ("organisation_id") REFERENCES "public"."organisations"("id") ON DELETE cascade ON UPDATE no action;--> statement-breakpoint
ALTER TABLE "memberships" ADD CONSTRAINT "memberships_parent_id_organisations_id_fk" FOREIGN KEY ("parent_id") REFERENCES "public"."organisations"("id") ON DELETE cascade ON UPDATE no action;--> statement-breakpoint
ALTER TABLE "resources" ADD CONSTRAINT "resources_organisation_id_organisations_id_fk" FOREIGN KEY ("organisation_id") REFERENCES "public"."organisations"("id") ON DELETE cascade ON UPDATE no action;--> statement-breakpoint
ALTER TABLE "seats" ADD CONSTRAINT "seats_user_id_users_id_fk" FOREIGN KEY ("user_id") REFERENCES "public"."users"("id") ON DELETE cascade ON UPDATE no action;--> statement-breakpoint
ALTER TABLE "seats" ADD CONSTRAINT "seats_organisation_id_organisations_id_fk" FOREIGN KEY ("organisation_id") REFERENCES "public"."organisations"("id") ON DELETE cascade ON UPDATE no action;--> statement-breakpoint
ALTER TABLE "milestones" ADD CONSTRAINT "milestones_project_id_projects_id_fk" FOREIGN KEY ("project_id") REFERENCES "public"."projects"("id") ON DELETE cascade ON UPDATE no action;--> statement-breakpoint
ALTER TABLE "participants" ADD CONSTRAINT "participants_project_id_projects_id_fk" FOREIGN KEY ("project_id") REFERENCES "public"."projects"("id") ON DELETE cascade ON UPDATE no action;--> statement-breakpoint
ALTER TABLE "participants" ADD CONSTRAINT "participants_organisation_id_organisations_id_fk" FOREIGN KEY ("organisation_id") REFERENCES "public"."organisations"("id") ON DELETE no action ON UPDATE no action;--> statement-breakpoint
ALTER TABLE "projects" ADD CONSTRAINT "projects_cluster_id_organisations_id_fk" FOREIGN KEY ("cluster_id") REFERENCES "public"."organisations"("id") ON DELETE no action ON UPDATE no action;--> statement-breakpoint
ALTER TABLE "streams" ADD CONSTRAINT "streams_project_id_projects_id_fk" FOREIGN KEY ("project_id") REFERENCES "public"."projects"("id") ON DELETE cascade ON UPDATE no action;--> statement-breakpoint
ALTER TABLE "streams" ADD CONSTRAINT "streams_lead_participant_id_participants_id_fk" FOREIGN KEY ("lead_participant_id") REFERENCES "public"."participants"("id") ON DELETE set null ON UPDATE no action;--> statement-breakpoint
CREATE UNIQUE INDEX "account_links_token" ON "account_links" USING btree ("token_hash");--> statement-breakpoint
CREATE INDEX "account_links_user" ON "account_links" USING btree ("user_id");--> statement-breakpoint
CREATE INDEX "accounts_user" ON "accounts" USING btree ("user_id");--> statement-breakpoint
CREATE UNIQUE INDEX "sessions_token" ON "sessions" USING btree ("token");--> statement-breakpoint
CREATE INDEX "sessions_user" ON "sessions" USING btree ("user_id");--> statement-breakpoint
CREATE UNIQUE INDEX "users_email" ON "users" USING btree ("email");--> statement-breakpoint
CREATE INDEX "verifications_identifier" ON "verifications" USING btree ("identifier");--> statement-breakpoint
CREATE INDEX "changes_project" ON "changes" USING btree ("project_id","seq");--> statement-breakpoint
CREATE INDEX "changes_entity" ON "changes" USING btree ("entity_id","seq");--> statement-breakpoint
CREATE INDEX "idempotency_keys_at" ON "idempotency_keys" USING btree ("at");--> statement-breakpoint
CREATE INDEX "contributions_project" ON "contributions" USING btree ("project_id","state","participant_id","confidentiality","value_cents");--> statement-breakpoint
CREATE INDEX "contributions_participant" ON "contributions" USING btree ("participant_id");--> statement-breakpoint
CREATE INDEX "contributions_stream" ON "contributions" USING btree ("stream_id");--> statement-breakpoint
CREATE UNIQUE INDEX "offers_number" ON "offers" USING btree ("contribution_id","number");--> statement-breakpoint
CREATE UNIQUE INDEX "periods_number" ON "periods" USING btree ("project_id","number");--> statement-breakpoint
CREATE UNIQUE INDEX "updates_pair" ON "updates" USING btree ("contribution_id","period_id");--> statement-breakpoint
CREATE INDEX "updates_project" ON "updates" USING btree ("project_id","state","contribution_id","delivered_cents");--> statement-breakpoint
CREATE INDEX "updates_period" ON "updates" USING btree ("period_id");--> statement-breakpoint
CREATE UNIQUE INDEX "memberships_pair" ON "memberships" USING btree ("organisation_id","parent_id");--> statement-breakpoint
CREATE INDEX "memberships_parent" ON "memberships" USING btree ("parent_id");--> statement-breakpoint
CREATE UNIQUE INDEX "organisations_external" ON "organisations" USING btree ("source","external_id");--> statement-breakpoint
CREATE INDEX "organisations_sort" ON "organisations" USING btree ("sort_name");--> statement-breakpoint
CREATE INDEX "organisations_country" ON "organisations" USING btree ("country");--> statement-breakpoint
CREATE INDEX "resources_organisation" ON "resources" USING btree ("organisation_id");--> statement-breakpoint
CREATE UNIQUE INDEX "seats_pair" ON "seats" USING btree ("user_id","organisation_id");--> statement-breakpoint
CREATE INDEX "seats_organisation" ON "seats" USING btree ("organisation_id");--> statement-breakpoint
CREATE UNIQUE INDEX "milestones_number" ON "milestones" USING btree ("project_id","number");--> statement-breakpoint
CREATE UNIQUE INDEX "participants_role" ON "participants" USING btree ("project_id","organisation_id","role");--> statement-breakpoint
CREATE UNIQUE INDEX "participants_number" ON "participants" USING btree ("project_id","number");--> statement-breakpoint
CREATE UNIQUE INDEX "participants_coordinator" ON "participants" USING btree ("project_id") WHERE role = 'coordinator';--> statement-breakpoint
CREATE INDEX "participants_organisation" ON "participants" USING btree ("organisation_id","state","project_id");--> statement-breakpoint
CREATE UNIQUE INDEX "projects_external" ON "projects" USING btree ("source","external_id");--> statement-breakpoint
CREATE INDEX "projects_sort" ON "projects" USING btree ("sort_name");--> statement-breakpoint
CREATE INDEX "projects_cluster" ON "projects" USING btree ("cluster_id");--> statement-breakpoint
CREATE UNIQUE INDEX "streams_number" ON "streams" USING btree ("project_id","number");--> statement-breakpoint
CREATE INDEX "jobs_user" ON "jobs" USING btree ("user_id","created_at");--> statement-breakpoint
CREATE INDEX "jobs_project" ON "jobs" USING btree ("project_id","created_at");--> statement-breakpoint
CREATE INDEX "mails_due" ON "mails" USING btree ("next_attempt_at");