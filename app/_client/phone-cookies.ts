/**
 * What the server has to know to send a page that need not change once the
 * script runs: that this phone went in, and how large it reads. No identity.
 */
export const readings = ["normal", "large", "largest"] as const;
export type Reading = (typeof readings)[number];

export const readingCookie = "attune_reading";
export const insideCookie = "attune_in";
/** The language in which this phone follows the class; that of the interface is kept elsewhere. */
export const followCookie = "attune_follow";

export const readingOf = (value: string | undefined): Reading =>
  readings.find((reading) => reading === value) ?? "normal";

export const keepReading = (reading: Reading) => keep(readingCookie, reading, "/", 365);
export const keepInside = (code: string) => keep(insideCookie, code, `/j/${code}`, 1);
export const keepFollowed = (code: string, language: string) => keep(followCookie, language, `/j/${code}`, 1);
/** For the next person on this phone: the door again, with its promise. */
export const forgetInside = (code: string) => keep(insideCookie, "", `/j/${code}`, 0);

function keep(name: string, value: string, path: string, days: number): void {
  // biome-ignore lint/suspicious/noDocumentCookie: the Cookie Store API is absent over plain http
  document.cookie = `${name}=${value}; Path=${path}; Max-Age=${days * 86_400}; SameSite=Lax`;
}
