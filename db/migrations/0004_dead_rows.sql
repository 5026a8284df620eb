-- What was deleted, or written anew so that nothing tells who came first, lies on disk until PostgreSQL
-- clears it away. For the rows of participants it does so at its next round, a minute away, however few they are.
ALTER TABLE "responses" SET (autovacuum_vacuum_threshold = 0, autovacuum_vacuum_scale_factor = 0);--> statement-breakpoint
ALTER TABLE "attendances" SET (autovacuum_vacuum_threshold = 0, autovacuum_vacuum_scale_factor = 0);--> statement-breakpoint
ALTER TABLE "questions" SET (autovacuum_vacuum_threshold = 0, autovacuum_vacuum_scale_factor = 0);--> statement-breakpoint
ALTER TABLE "question_votes" SET (autovacuum_vacuum_threshold = 0, autovacuum_vacuum_scale_factor = 0);--> statement-breakpoint
ALTER TABLE "pulses" SET (autovacuum_vacuum_threshold = 0, autovacuum_vacuum_scale_factor = 0);--> statement-breakpoint
ALTER TABLE "sessions" SET (autovacuum_vacuum_threshold = 0, autovacuum_vacuum_scale_factor = 0);
