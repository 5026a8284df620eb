import { expect, test } from "vitest";
import type { Html } from "@/protocol/kinds/base";
import { markAloud } from "./aloud";

const mark = (html: string) => markAloud(html as Html);

test("marks what stands in quotation marks, in English and Spanish", () => {
  expect(mark("<p><strong>Say.</strong> “Be welcome.” Then wait.</p>")).toBe(
    "<p><strong>Say.</strong> <mark>“Be welcome.”</mark> Then wait.</p>",
  );
  expect(mark("<p>Di «hola».</p>")).toBe("<p>Di <mark>«hola»</mark>.</p>");
});

test("keeps emphasis inside a quotation", () => {
  expect(mark("<p>“A <em>small</em> step.”</p>")).toBe("<p><mark>“A <em>small</em> step.”</mark></p>");
});

test("never crosses a paragraph and never touches a tag", () => {
  const open = "<p>“One</p><p>two”</p>";
  expect(mark(open)).toBe(open);
  const image = '<img alt="“x”" src="/a.png" />';
  expect(mark(image)).toBe(image);
});

test("notes without quotations stay as they are", () => {
  expect(mark("<p>Two minutes.</p>")).toBe("<p>Two minutes.</p>");
});
