export const codeDigits = 8;
const longestTyped = 40;

/** The digits of what somebody typed, in whatever script, as 0 to 9; everything else is dropped. */
export function digitsOf(typed: string): string {
  return Array.from(typed.matchAll(/\p{Nd}/gu), ([digit]) => worthOf(digit)).join("");
}

/** As much of what was typed as comes back to the field; cut between signs, as half of one cannot stand in an address. */
export const shortened = (typed: string): string => Array.from(typed).slice(0, longestTyped).join("");

/** A code as it is printed on the screen: `1234 5678`. */
export function spaced(code: string): string {
  return code.replace(/^(\d{4})(?=\d)/, "$1 ");
}

/** Unicode keeps the ten digits of a script in a row, from zero; some rows stand end to end. */
function worthOf(digit: string): number {
  const point = digit.codePointAt(0) ?? 0;
  let first = point;
  while (/\p{Nd}/u.test(String.fromCodePoint(first - 1))) first -= 1;
  return (point - first) % 10;
}
