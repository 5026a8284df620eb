DROP INDEX "responses_key";--> statement-breakpoint
DROP INDEX "responses_unpublished";--> statement-breakpoint
ALTER TABLE "responses" DROP CONSTRAINT "responses_pkey";--> statement-breakpoint
ALTER TABLE "responses" ADD CONSTRAINT "responses_session_id_prompt_id_key_pk" PRIMARY KEY("session_id","prompt_id","key");