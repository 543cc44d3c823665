CREATE TABLE "gap_reminders" (
	"project_id" text NOT NULL,
	"gap_key" text NOT NULL,
	"for_on" text NOT NULL,
	"at" bigint NOT NULL,
	"by_user_id" text NOT NULL,
	"organisation_id" text NOT NULL,
	CONSTRAINT "gap_reminders_project_id_gap_key_for_on_pk" PRIMARY KEY("project_id","gap_key","for_on")
);
--> statement-breakpoint
ALTER TABLE "gap_reminders" ADD CONSTRAINT "gap_reminders_project_id_projects_id_fk" FOREIGN KEY ("project_id") REFERENCES "public"."projects"("id") ON DELETE cascade ON UPDATE no action;