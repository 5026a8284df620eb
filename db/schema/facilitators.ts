import { index, jsonb, pgTable, text, timestamp, uuid } from "drizzle-orm/pg-core";
import type { FacilitatorId, SignInId, TeamId } from "@/protocol/ids";
import type { Contact } from "@/protocol/support";

/** Facilitators who share what is set once for all of them. */
export const teams = pgTable("teams", {
  id: uuid().primaryKey().$type<TeamId>(),
  name: text().notNull(),
  /** The support contacts that new sessions begin with. */
  support: jsonb().notNull().$type<Contact[]>(),
  createdAt: timestamp("created_at", { withTimezone: true }).notNull(),
});

export const facilitators = pgTable("facilitators", {
  id: uuid().primaryKey().$type<FacilitatorId>(),
  teamId: uuid("team_id")
    .notNull()
    .references(() => teams.id)
    .$type<TeamId>(),
  email: text().notNull().unique(),
  name: text().notNull(),
  /** argon2id, in its encoded form. */
  passwordHash: text("password_hash").notNull(),
  createdAt: timestamp("created_at", { withTimezone: true }).notNull(),
});

/** One signed-in browser. Its cookie is worth nothing once the row is gone. */
export const signIns = pgTable(
  "sign_ins",
  {
    id: uuid().primaryKey().$type<SignInId>(),
    facilitatorId: uuid("facilitator_id")
      .notNull()
      .references(() => facilitators.id, { onDelete: "cascade" })
      .$type<FacilitatorId>(),
    createdAt: timestamp("created_at", { withTimezone: true }).notNull(),
    expiresAt: timestamp("expires_at", { withTimezone: true }).notNull(),
  },
  (table) => [index("sign_ins_facilitator").on(table.facilitatorId)],
);

/** The first-run link, as SHA-256 of its token; the row goes when the first account is made. */
export const setupLinks = pgTable("setup_links", {
  tokenHash: text("token_hash").primaryKey(),
  createdAt: timestamp("created_at", { withTimezone: true }).notNull(),
});
