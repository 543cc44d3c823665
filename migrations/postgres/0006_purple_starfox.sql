ALTER TABLE "amendments" ALTER COLUMN "by_user_id" DROP NOT NULL;--> statement-breakpoint
ALTER TABLE "decisions" ALTER COLUMN "majority_bp" DROP NOT NULL;--> statement-breakpoint
ALTER TABLE "amendments" ADD COLUMN "kind" text NOT NULL;--> statement-breakpoint
ALTER TABLE "decisions" ADD COLUMN "voters" json NOT NULL;--> statement-breakpoint
ALTER TABLE "decisions" ADD COLUMN "majority" text NOT NULL;--> statement-breakpoint
ALTER TABLE "decisions" ADD COLUMN "reason" text DEFAULT '' NOT NULL;--> statement-breakpoint
ALTER TABLE "decisions" ADD COLUMN "reminded_at" bigint;