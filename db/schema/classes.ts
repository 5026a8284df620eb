import { boolean, customType, jsonb, pgTable, text, timestamp, uuid } from "drizzle-orm/pg-core";
import type { Deck } from "@/protocol/classes";
import type { ClassId } from "@/protocol/ids";

/** The library. A built-in class is found again by its slug and replaced when its content hash changes. */
export const classes = pgTable("classes", {
  id: uuid().primaryKey().$type<ClassId>(),
  slug: text().notNull().unique(),
  builtIn: boolean("built_in").notNull(),
  /** SHA-256 of the source that the deck was parsed from, hex. */
  contentHash: text("content_hash").notNull(),
  deck: jsonb().notNull().$type<Deck>(),
  createdAt: timestamp("created_at", { withTimezone: true }).notNull().defaultNow(),
});

const bytes = customType<{ data: Buffer; driverData: Buffer }>({ dataType: () => "bytea" });

/** The pictures of classes, under a name made of their content: `<sha256>.<ending>`. */
export const pictures = pgTable("pictures", {
  name: text().primaryKey(),
  type: text().notNull(),
  body: bytes().notNull(),
});
