CREATE TABLE "pictures" (
	"name" text PRIMARY KEY NOT NULL,
	"type" text NOT NULL,
	"body" "bytea" NOT NULL
);
--> statement-breakpoint
CREATE TABLE "teams" (
	"id" uuid PRIMARY KEY NOT NULL,
	"name" text NOT NULL,
	"support" jsonb NOT NULL,
	"created_at" timestamp with time zone NOT NULL
);
--> statement-breakpoint
CREATE TABLE "pulses" (
	"session_id" uuid NOT NULL,
	"key" text NOT NULL,
	"signal" text NOT NULL,
	"fades_at" timestamp with time zone NOT NULL
);
--> statement-breakpoint
CREATE TABLE "question_votes" (
	"question_id" uuid NOT NULL,
	"key" text NOT NULL
);
--> statement-breakpoint
CREATE TABLE "questions" (
	"id" uuid PRIMARY KEY NOT NULL,
	"session_id" uuid NOT NULL,
	"key" text NOT NULL,
	"text" text NOT NULL,
	"language" text NOT NULL,
	"mark" text DEFAULT 'none' NOT NULL,
	"answered" boolean DEFAULT false NOT NULL,
	"answer" text DEFAULT '' NOT NULL
);
--> statement-breakpoint
ALTER TABLE "responses" RENAME COLUMN "slide_id" TO "prompt_id";--> statement-breakpoint
DROP INDEX "responses_key";--> statement-breakpoint
DROP INDEX "responses_prompt";--> statement-breakpoint
ALTER TABLE "facilitators" ADD COLUMN "team_id" uuid;--> statement-breakpoint
-- Whoever is here already becomes one team.
INSERT INTO "teams" ("id", "name", "support", "created_at")
	SELECT gen_random_uuid(), 'Our team', '[]'::jsonb, now() WHERE EXISTS (SELECT 1 FROM "facilitators");--> statement-breakpoint
UPDATE "facilitators" SET "team_id" = (SELECT "id" FROM "teams" LIMIT 1);--> statement-breakpoint
ALTER TABLE "facilitators" ALTER COLUMN "team_id" SET NOT NULL;--> statement-breakpoint
ALTER TABLE "responses" ADD COLUMN "by_hand" boolean DEFAULT false NOT NULL;--> statement-breakpoint
ALTER TABLE "pulses" ADD CONSTRAINT "pulses_session_id_sessions_id_fk" FOREIGN KEY ("session_id") REFERENCES "public"."sessions"("id") ON DELETE cascade ON UPDATE no action;--> statement-breakpoint
ALTER TABLE "question_votes" ADD CONSTRAINT "question_votes_question_id_questions_id_fk" FOREIGN KEY ("question_id") REFERENCES "public"."questions"("id") ON DELETE cascade ON UPDATE no action;--> statement-breakpoint
ALTER TABLE "questions" ADD CONSTRAINT "questions_session_id_sessions_id_fk" FOREIGN KEY ("session_id") REFERENCES "public"."sessions"("id") ON DELETE cascade ON UPDATE no action;--> statement-breakpoint
CREATE UNIQUE INDEX "pulses_key" ON "pulses" USING btree ("session_id","key");--> statement-breakpoint
CREATE UNIQUE INDEX "question_votes_key" ON "question_votes" USING btree ("question_id","key");--> statement-breakpoint
CREATE INDEX "questions_session" ON "questions" USING btree ("session_id");--> statement-breakpoint
ALTER TABLE "facilitators" ADD CONSTRAINT "facilitators_team_id_teams_id_fk" FOREIGN KEY ("team_id") REFERENCES "public"."teams"("id") ON DELETE no action ON UPDATE no action;--> statement-breakpoint
CREATE UNIQUE INDEX "responses_key" ON "responses" USING btree ("session_id","prompt_id","key");--> statement-breakpoint
CREATE INDEX "responses_prompt" ON "responses" USING btree ("session_id","prompt_id");--> statement-breakpoint
-- What was stored before slides had rounds, recalls and translations is as if they had none.
UPDATE "sessions" SET
	"deck" = "deck" || '{"guide": "", "translations": {}}'::jsonb || jsonb_build_object('slides', (
		SELECT jsonb_agg(
			CASE WHEN slide->>'kind' = 'content' THEN '{"recall": null}'::jsonb
				WHEN slide->>'kind' = 'choice' THEN '{"rounds": 1, "compare": null, "from": null}'::jsonb
				ELSE '{"rounds": 1, "compare": null}'::jsonb END || slide ORDER BY place)
		FROM jsonb_array_elements("deck"->'slides') WITH ORDINALITY AS slides (slide, place))),
	"state" = '{"questionsShown": false, "themes": {}, "groups": {}, "support": [], "hands": {}, "visits": {}, "arrivedAt": null,
		"settings": {"filter": true, "approve": false, "questions": "off"}}'::jsonb
		|| jsonb_build_object('language', "deck"->'language')
		|| "state"
		|| jsonb_build_object('undo', '[]'::jsonb, 'timer', NULL, 'prompts', (
			SELECT coalesce(jsonb_object_agg(key, '{"round": 1}'::jsonb || value), '{}'::jsonb) FROM jsonb_each("state"->'prompts')));--> statement-breakpoint
UPDATE "responses" SET
	"value" = '{"language": ""}'::jsonb || "value",
	"released" = '{"language": ""}'::jsonb || "released"
	WHERE "value"->>'kind' = 'open';
