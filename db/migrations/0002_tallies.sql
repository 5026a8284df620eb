CREATE TABLE "tallies" (
	"session_id" uuid NOT NULL,
	"prompt_id" text NOT NULL,
	"responses" integer NOT NULL,
	"published" jsonb,
	"recount" boolean DEFAULT false NOT NULL,
	"late" boolean DEFAULT false NOT NULL,
	CONSTRAINT "tallies_session_id_prompt_id_pk" PRIMARY KEY("session_id","prompt_id")
);
--> statement-breakpoint
ALTER TABLE "responses" DROP CONSTRAINT "responses_session_id_sessions_id_fk";
--> statement-breakpoint
DROP INDEX "responses_prompt";--> statement-breakpoint
ALTER TABLE "tallies" ADD CONSTRAINT "tallies_session_id_sessions_id_fk" FOREIGN KEY ("session_id") REFERENCES "public"."sessions"("id") ON DELETE cascade ON UPDATE no action;--> statement-breakpoint
CREATE INDEX "responses_unpublished" ON "responses" USING btree ("session_id","prompt_id") WHERE "responses"."released" is distinct from "responses"."value";--> statement-breakpoint
CREATE FUNCTION "forget_responses"() RETURNS trigger LANGUAGE plpgsql AS $$
BEGIN
	DELETE FROM "responses" WHERE "session_id" = OLD."id";
	RETURN NULL;
END $$;--> statement-breakpoint
CREATE TRIGGER "sessions_forget_responses" AFTER DELETE ON "sessions" FOR EACH ROW EXECUTE FUNCTION "forget_responses"();--> statement-breakpoint
-- What is there already is counted, and what was published of it added up, part by part as the kinds name their parts.
INSERT INTO "tallies" ("session_id", "prompt_id", "responses", "published")
	SELECT "session_id", "prompt_id", count(*), CASE WHEN count("released") > 0
		THEN jsonb_build_object('responses', count("released"), 'counts', '{}'::jsonb) END
	FROM "responses" GROUP BY 1, 2;--> statement-breakpoint
WITH "parts" AS (
	SELECT "session_id", "prompt_id", part FROM "responses" CROSS JOIN LATERAL (
		SELECT jsonb_array_elements_text("released"->'options') AS part WHERE "released"->>'kind' = 'choice'
		UNION ALL SELECT key || '/' || value FROM jsonb_each_text(coalesce("released"->'bins', "released"->'ratings', "released"->'places', '{}'))
			WHERE "released"->>'kind' IN ('sort', 'scale', 'continuum')
		UNION ALL SELECT item || '/' || place FROM jsonb_array_elements_text("released"->'order') WITH ORDINALITY AS items (item, place)
			WHERE "released"->>'kind' = 'rank'
	) AS parts
), "counted" AS (
	SELECT "session_id", "prompt_id", part, count(*) AS times FROM "parts" GROUP BY 1, 2, 3
), "sums" AS (
	SELECT "session_id", "prompt_id", jsonb_object_agg(part, times) AS counts FROM "counted" GROUP BY 1, 2
)
UPDATE "tallies" SET "published" = jsonb_set("published", '{counts}', "sums".counts) FROM "sums"
	WHERE "tallies"."session_id" = "sums"."session_id" AND "tallies"."prompt_id" = "sums"."prompt_id";
