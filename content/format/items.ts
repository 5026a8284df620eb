import { derivedId, type Item } from "./fields";
import { withPicture } from "./pictures";

/** The lines of a list as YAML holds them: the id only where the text would not give it. */
export function printItems(name: string, items: Item[]): (string | Record<string, string>)[] {
  return items.map(({ id, text, picture }, index) => {
    const written = withPicture(text, picture);
    return id === derivedId(text, name, index) ? written : { [id]: written };
  });
}

/** An item is named by its id or by its text, whichever the author has at hand. */
export function findItem(items: Item[], name: string): Item | undefined {
  return (
    items.find(({ id }) => id === name) ?? items.find(({ text }) => text.toLowerCase() === name.toLowerCase())
  );
}
