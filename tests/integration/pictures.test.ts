import { afterAll, beforeAll, expect, test } from "vitest";
import { insertPicture } from "@/db/stores/pictures";
import { testApp } from "@/tests/support/test-app";

let app: Awaited<ReturnType<typeof testApp>>;
beforeAll(async () => {
  app = await testApp();
});
afterAll(() => app.close());

test("a picture is read by its name, and what no class can name is not looked up", async () => {
  const name = `${"a".repeat(64)}.svg`;
  const body = Buffer.from("<svg xmlns='http://www.w3.org/2000/svg'/>");
  await insertPicture(app.parts.db, { name, type: "image/svg+xml", body });
  expect(await app.queries.picture(name)).toMatchObject({ type: "image/svg+xml", body });
  for (const strange of [`${"b".repeat(64)}.svg`, `${name}\0`, "../secret", "", "a".repeat(10_000)])
    expect(await app.queries.picture(strange)).toBeUndefined();
});
