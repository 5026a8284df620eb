import { languageName } from "@/app/_ui/language-name";
import { type Language, languages } from "@/protocol/limits";

/** The languages that a parent can choose: those of the class, then those of the interface. */
export function choicesOf(classLanguages: readonly string[]): string[] {
  const known = new Set(classLanguages.map(baseOf));
  return [...classLanguages, ...languages.filter((language) => !known.has(language))];
}

/** The interface that is nearest to a chosen language; undefined when it has none that is near. */
export const interfaceOf = (chosen: string): Language | undefined =>
  languages.find((language) => language === baseOf(chosen));

/** Whether words in one language serve a reader of the other: `es` and `es-MX` do. */
export const sameLanguage = (one: string, other: string): boolean => baseOf(one) === baseOf(other);

/** What a language calls itself, with a capital, as a name in a list has. */
export function ownName(language: string): string {
  const name = languageName(language, language);
  return name === language ? name : name.charAt(0).toLocaleUpperCase(language) + name.slice(1);
}

/** The class's language that fits best to what a browser asks for (`Accept-Language`), if one does. */
export function bestOf(header: string | null, classLanguages: readonly string[]): string | undefined {
  for (const asked of askedFor(header ?? "")) {
    const exact = classLanguages.find((language) => language.toLowerCase() === asked);
    const near = exact ?? classLanguages.find((language) => sameLanguage(language.toLowerCase(), asked));
    if (near) return near;
  }
  return undefined;
}

/** The tags of the header, the most wanted first; no more than a browser ever sends. */
function askedFor(header: string): string[] {
  return header
    .slice(0, 400)
    .split(",")
    .map((part) => {
      const [tag = "", ...settings] = part.trim().toLowerCase().split(";");
      const weight = settings.map((setting) => /^\s*q=([\d.]+)$/.exec(setting)?.[1]).find(Boolean);
      return { tag, weight: weight === undefined ? 1 : Number(weight) };
    })
    .filter(({ tag, weight }) => tag !== "" && weight > 0)
    .sort((one, other) => other.weight - one.weight)
    .map(({ tag }) => tag);
}

const baseOf = (language: string): string => language.split("-", 1)[0] ?? language;
