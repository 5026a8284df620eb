import { expect, test, vi } from "vitest";
import { limits } from "@/protocol/limits";
import { POST } from "./route";

// The cookie's name stands beside what only the pages' own bundle can load.
vi.mock("@/app/_messages/request", () => ({ languageCookie: "attune_language" }));

const form = "application/x-www-form-urlencoded";
const ask = (body: string, type = form) =>
  POST(
    new Request("http://here.invalid/language", { method: "POST", body, headers: { "Content-Type": type } }),
  );

test("the form's language is remembered, and the page it stood on comes back", async () => {
  const answer = await ask("language=es&back=%2Fj%2F12345678%3Fin%3D1");
  expect(answer.status).toBe(303);
  expect(answer.headers.get("Location")).toBe("/j/12345678?in=1");
  expect(answer.headers.getSetCookie()[0]).toMatch(/^attune_language=es; Path=\/; .*SameSite=Lax$/);
});

test("on a phone's page it is the language of the class, also one that the interface lacks", async () => {
  const near = await ask("language=es-MX&back=%2Fj%2F12345678");
  expect(near.headers.getSetCookie()).toEqual([
    expect.stringMatching(/^attune_language=es;/),
    expect.stringMatching(/^attune_follow=es-MX; Path=\/j\/12345678; /),
  ]);
  const far = await ask("language=ar&back=%2Fj%2F12345678%3Fin%3D1");
  expect(far.headers.getSetCookie()).toEqual([
    expect.stringMatching(/^attune_follow=ar; Path=\/j\/12345678; /),
  ]);
  const elsewhere = await ask("language=ar&back=%2Fj%2F1234");
  expect(elsewhere.headers.getSetCookie()).toEqual([]);
});

test("what is no such form changes nothing", async () => {
  for (const [body, type] of [
    ["language=xx", form],
    ["%", form],
    ["{}", "application/json"],
    ["--", "multipart/form-data"],
    ["", "text/plain"],
  ]) {
    const answer = await ask(body ?? "", type);
    expect([answer.status, answer.headers.get("Location"), answer.headers.get("Set-Cookie")]).toEqual([
      303,
      "/",
      null,
    ]);
  }
});

test("an address of somebody else is not gone to", async () => {
  for (const back of [
    "//elsewhere.invalid/",
    "https://elsewhere.invalid/",
    "/\\elsewhere.invalid",
    "http:///x",
  ]) {
    const answer = await ask(new URLSearchParams({ language: "en", back }).toString());
    expect(answer.headers.get("Location")).toMatch(/^\/(?!\/)[^\\]*$/);
    expect(answer.headers.get("Location")).not.toContain("elsewhere");
  }
});

test("a body over the limit is not read to its end", async () => {
  let pulled = 0;
  const endless = new ReadableStream<Uint8Array>({
    pull: (to) => {
      pulled += 1;
      if (pulled > 1000) to.error(new Error("read on and on"));
      else to.enqueue(new Uint8Array(1024));
    },
  });
  const request = new Request("http://here.invalid/language", {
    method: "POST",
    body: endless,
    headers: { "Content-Type": form },
    duplex: "half",
  } as RequestInit);
  expect((await POST(request)).status).toBe(413);
  expect(pulled).toBeLessThan(limits.commandBytes / 1024 + 5);
});
