ALTER TABLE "responses" ADD COLUMN "revised" boolean DEFAULT false NOT NULL;--> statement-breakpoint
ALTER TABLE "tallies" ADD COLUMN "taken_back" integer DEFAULT 0 NOT NULL;--> statement-breakpoint
-- PostgreSQL keeps samples of a column's values for its planner. What people wrote must not live on there:
-- the same type again forgets the samples that it has, and it takes no more.
ALTER TABLE "responses" ALTER COLUMN "value" TYPE jsonb, ALTER COLUMN "released" TYPE jsonb;--> statement-breakpoint
ALTER TABLE "questions" ALTER COLUMN "text" TYPE text, ALTER COLUMN "answer" TYPE text;--> statement-breakpoint
ALTER TABLE "sessions" ALTER COLUMN "state" TYPE jsonb;--> statement-breakpoint
ALTER TABLE "responses" ALTER COLUMN "value" SET STATISTICS 0, ALTER COLUMN "released" SET STATISTICS 0;--> statement-breakpoint
ALTER TABLE "questions" ALTER COLUMN "text" SET STATISTICS 0, ALTER COLUMN "answer" SET STATISTICS 0;--> statement-breakpoint
ALTER TABLE "sessions" ALTER COLUMN "state" SET STATISTICS 0;
