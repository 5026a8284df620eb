import { sql } from "drizzle-orm";
import { index, integer, jsonb, pgTable, text, timestamp, uniqueIndex, uuid } from "drizzle-orm/pg-core";
import { facilitators } from "@/db/schema/facilitators";
import type { Deck } from "@/protocol/classes";
import type { ClassId, FacilitatorId, JoinCode, SessionId, ShareId } from "@/protocol/ids";
import type { SessionState } from "@/protocol/sessions";

/** One live run of a class. Everything that moves is in `state`, versioned by `rev`. */
export const sessions = pgTable(
  "sessions",
  {
    id: uuid().primaryKey().$type<SessionId>(),
    ownerId: uuid("owner_id")
      .notNull()
      .references(() => facilitators.id)
      .$type<FacilitatorId>(),
    /** Where it came from; the class may change or go, the frozen deck does not. */
    classId: uuid("class_id").notNull().$type<ClassId>(),
    deck: jsonb().notNull().$type<Deck>(),
    code: text().notNull().$type<JoinCode>(),
    rev: integer().notNull().default(0),
    state: jsonb().notNull().$type<SessionState>(),
    createdAt: timestamp("created_at", { withTimezone: true }).notNull(),
    /** When the facilitator last did something; a forgotten session ends by it. */
    touchedAt: timestamp("touched_at", { withTimezone: true }).notNull(),
    endedAt: timestamp("ended_at", { withTimezone: true }),
    /** Days after the end for which free text is kept, as phones were told. */
    textDays: integer("text_days").notNull(),
    /** When retention took the free text away; null while it is kept. */
    textDeletedAt: timestamp("text_deleted_at", { withTimezone: true }),
    /** When its responses were sealed (R67); null while releases may still come. */
    sealedAt: timestamp("sealed_at", { withTimezone: true }),
  },
  (table) => [
    // A code is live only while its session is.
    uniqueIndex("sessions_live_code").on(table.code).where(sql`${table.endedAt} is null`),
    index("sessions_owner").on(table.ownerId, table.createdAt),
  ],
);

/** Phones that were ever there: the hash of a token that is used for nothing else. */
export const attendances = pgTable(
  "attendances",
  {
    sessionId: uuid("session_id")
      .notNull()
      .references(() => sessions.id, { onDelete: "cascade" })
      .$type<SessionId>(),
    key: text().notNull(),
  },
  (table) => [uniqueIndex("attendances_key").on(table.sessionId, table.key)],
);

/** A read-only link to a summary. The token in the link is the id with the server's signature. */
export const shares = pgTable(
  "shares",
  {
    id: uuid().primaryKey().$type<ShareId>(),
    sessionId: uuid("session_id")
      .notNull()
      .references(() => sessions.id, { onDelete: "cascade" })
      .$type<SessionId>(),
    createdAt: timestamp("created_at", { withTimezone: true }).notNull(),
    expiresAt: timestamp("expires_at", { withTimezone: true }).notNull(),
    revokedAt: timestamp("revoked_at", { withTimezone: true }),
  },
  (table) => [index("shares_session").on(table.sessionId)],
);
