import { derivedId, type Item } from "./fields";

/** The lines of a list as YAML holds them: the id only where the text would not give it. */
export function printItems(name: string, items: Item[]): (string | Record<string, string>)[] {
  return items.map(({ id, text }, index) => (id === derivedId(text, name, index) ? text : { [id]: text }));
}
