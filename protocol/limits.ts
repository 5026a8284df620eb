/** Sizes that both sides of the wire know. No Zod here: the phone loads this file. */
export const limits = {
  openText: 500, // characters of an `open` response
  word: 30, // characters of one word
  wordsPerResponse: 5,
  options: 12, // options of a `choice`
  statements: 8, // statements of a `scale`
  scalePoints: 10,
  slides: 200,
  slideMinutes: 180,
  timerSeconds: 60 * 60,
  undoSteps: 20,
  signInDays: 30, // a sign-in ends by itself
  commandBytes: 16 * 1024, // the largest frame a client may send
} as const;

/** The small-room guard (design 6): how many responses must exist before anything of them is released. */
export const guard = { usual: 5, small: 3, smallRoomBelow: 8 } as const;

/** The reading and interface languages. */
export const languages = ["en", "es"] as const;
export type Language = (typeof languages)[number];
