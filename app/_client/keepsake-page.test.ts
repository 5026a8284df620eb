import fc from "fast-check";
import { expect, test } from "vitest";
import type { Answer } from "@/app/_client/keepsake-answers";
import { escaped, type Keepsake, keepsakePage } from "@/app/_client/keepsake-page";

const answer = (said: string, title = said): Answer => ({
  id: "one",
  title,
  language: "ar",
  again: false,
  lines: [
    { of: said, said },
    { of: null, said },
  ],
});
const keepsake = (typed: string): Keepsake => ({
  language: "es",
  words: {
    file: "Notas",
    title: "Lo que me llevo",
    intention: "Mi intención",
    answers: "Respuestas",
    reflections: "Para mí",
    again: "otra vez",
    note: "Nota",
  },
  intention: typed,
  answers: [answer(typed)],
  reflections: [answer(typed)],
  handout: { title: typed, language: "ar", html: "<p>ours</p>" },
});

/** The tags of a page, without what stands between them. */
const tagsOf = (page: string) => (page.match(/<[^>]*>/g) ?? []).map((tag) => tag.replace(/"[^"]*"/g, '""'));

test("whatever somebody typed is text: it makes no tag and no attribute", () => {
  const plain = tagsOf(keepsakePage(keepsake("plain")));
  const hostile = fc.constantFrom("<script>", '"onload="x', "</style>", "&lt;", "'", "<!--", "]]>", "\u202e");
  fc.assert(
    fc.property(fc.array(fc.oneof(hostile, fc.string()), { minLength: 1 }), (parts) => {
      expect(tagsOf(keepsakePage(keepsake(`x${parts.join("")}`)))).toEqual(plain);
    }),
  );
  expect(escaped(`<a href="x">&'</a>`)).toBe("&lt;a href=&quot;x&quot;&gt;&amp;&#39;&lt;/a&gt;");
});

test("it needs nothing else and tells nothing in its name: no script, no address, its languages said", () => {
  const page = keepsakePage(keepsake("plain"));
  expect(page).not.toMatch(/<script|<link|https?:|src=|url\(/);
  expect(page).toContain('<html lang="es" dir="ltr">');
  expect(page).toContain('<section class="handout" lang="ar" dir="rtl">');
  expect(page).toContain("<title>Notas</title>");
  expect(page.indexOf("Mi intención")).toBeLessThan(page.indexOf("Respuestas"));
});

test("what is not there has no heading", () => {
  const page = keepsakePage({ ...keepsake(""), answers: [], reflections: [], handout: null });
  for (const heading of ["Mi intención", "Respuestas", "Para mí"]) expect(page).not.toContain(heading);
});
