import fc from "fast-check";
import { expect, test } from "vitest";
import { linesOf, type Node, piecesToSay, voiceFor } from "@/app/_client/read-aloud";

type Child = Node | string;

function el(name: string, attributes: Record<string, string>, ...children: Child[]): Node {
  return {
    nodeType: 1,
    nodeName: name.toUpperCase(),
    nodeValue: null,
    childNodes: children.map((child) => (typeof child === "string" ? words(child) : child)),
    getAttribute: (wanted) => attributes[wanted] ?? null,
  };
}
const words = (text: string): Node => ({ nodeType: 3, nodeName: "#text", nodeValue: text, childNodes: [] });

test("title, body, options and state are said in their order, each block by itself", () => {
  const page = el(
    "main",
    {},
    el("h1", {}, "What comes ", el("em", {}, "first"), "?"),
    el(
      "div",
      {},
      el("p", {}, "Think of an\n  evening."),
      el("ul", {}, el("li", {}, "One"), el("li", {}, "Two")),
    ),
    el(
      "form",
      {},
      el(
        "fieldset",
        {},
        el("legend", {}, "Choose one."),
        el("label", {}, el("input", {}), el("span", {}, "Look")),
      ),
    ),
    el("div", { role: "status" }, el("p", {}, el("b", {}, "Sent."), " You can change it.")),
  );
  expect(linesOf(page, "en").map(({ text }) => text)).toEqual([
    "What comes first?",
    "Think of an evening.",
    "One",
    "Two",
    "Choose one.",
    "Look",
    "Sent. You can change it.",
  ]);
});

test("what is hidden, drawn only, pressed or written by the parent is not said", () => {
  const page = el(
    "main",
    {},
    el("p", { hidden: "" }, "hidden"),
    el("p", { "aria-hidden": "true" }, "drawn"),
    el("p", { "data-unspoken": "" }, "the parent's own"),
    el("textarea", {}, "mine"),
    el("button", {}, "Send"),
    el("style", {}, ".a{}"),
    el("p", {}, "✓ "),
    el("img", { alt: "A child on a swing" }),
    el("p", { class: "unseen" }, "heard"),
  );
  expect(linesOf(page, "en").map(({ text }) => text)).toEqual(["A child on a swing", "heard"]);
});

test("every word is said in its own language", () => {
  const page = el(
    "main",
    {},
    el("h1", { lang: "es" }, "Qué ayuda"),
    el("p", {}, "Your answer: ", el("span", { lang: "es" }, "mirar")),
    el("p", {}, "Choose one."),
  );
  expect(linesOf(page, "en")).toEqual([
    { text: "Qué ayuda", language: "es" },
    { text: "Your answer:", language: "en" },
    { text: "mirar", language: "es" },
    { text: "Choose one.", language: "en" },
  ]);
});

test("long text goes in pieces that lose nothing and that no browser cuts off", () => {
  fc.assert(
    fc.property(fc.array(fc.string({ maxLength: 60 }), { maxLength: 40 }), (parts) => {
      const text = parts.join(" ").replace(/\s+/g, " ").trim();
      const pieces = piecesToSay([{ text, language: "en" }]);
      for (const piece of pieces) expect(piece.text.length).toBeLessThanOrEqual(180);
      const bare = (all: string) => all.replace(/\s/g, "");
      expect(bare(pieces.map((piece) => piece.text).join(""))).toBe(bare(text));
    }),
  );
  expect(piecesToSay([{ text: "One. Two? Three", language: "xx-bad-tag-" }])).toHaveLength(3);
});

test("only a voice of the phone itself speaks, the nearest one", () => {
  const voice = (lang: string, more: object = {}) => ({ lang, localService: true, default: false, ...more });
  const voices = [
    voice("en-US", { localService: false }),
    voice("en-AU"),
    voice("en_GB"),
    voice("es-ES"),
    voice("es-MX", { default: true }),
  ];
  expect(voiceFor(voices, "en-GB")?.lang).toBe("en_GB");
  expect(voiceFor(voices, "en")?.lang).toBe("en-AU");
  expect(voiceFor(voices, "es")?.lang).toBe("es-MX");
  expect(voiceFor(voices, "ar")).toBeNull();
  expect(voiceFor([voice("en-US", { localService: false })], "en")).toBeNull();
});
