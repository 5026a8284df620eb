import { pgTable, text, timestamp } from "drizzle-orm/pg-core";

/** What the master secret in use looks like from afar: enough to notice another one, of no use for anything else. */
export const secretMarks = pgTable("secret_marks", {
  mark: text().primaryKey(),
  createdAt: timestamp("created_at", { withTimezone: true }).notNull().defaultNow(),
});
