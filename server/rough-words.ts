import { Profanity } from "@2toad/profanity";
import type { IsRough } from "@/server/domain/facts";

/** The languages that the word lists of the library know. */
const lists = ["ar", "zh", "en", "fr", "de", "hi", "it", "ja", "ko", "pt", "ru", "es"];

/**
 * Whether a text holds a word that a room should not read unprepared. Looked at
 * in its language and in English, which is mixed into many; in every known
 * language when its own is not known. It only ever makes a text wait for a look (R48).
 */
export function createRoughWords(): IsRough {
  const filters = new Map<string, Profanity>();
  return (text, language) => {
    const own = language.split("-")[0] ?? "";
    const languages = lists.includes(own) ? [...new Set([own, "en"])] : lists;
    const key = languages.join();
    const filter = filters.get(key) ?? new Profanity({ languages });
    filters.set(key, filter);
    return filter.exists(text);
  };
}
