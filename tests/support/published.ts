import { sumsOf } from "@/server/domain/kinds";
import type { Published, Row } from "@/server/domain/published";

/** What a release of exactly these responses publishes. */
export const publishedOf = (rows: Row[]): Published => ({
  sums: sumsOf(rows.map(({ value }) => ({ value, times: 1 }))),
  texts: rows,
});
