/** Sizes that both sides of the wire know. No Zod here: the phone loads this file. */
export const limits = {
  openText: 500, // characters of an `open` response
  word: 30, // characters of one word
  wordsPerResponse: 5,
  options: 12, // options of a `choice`
  statements: 8, // statements of a `scale`
  scalePoints: 10,
  bins: 4, // bins of a `sort`
  sortStatements: 12,
  zones: 5, // zones of a `continuum`
  scenarios: 10,
  rankItems: 8,
  themes: 12, // themes of an `open`
  theme: 60, // characters of a theme's name
  question: 300, // characters of a question
  questionAnswer: 500,
  questions: 200, // questions of a session
  contacts: 8, // support contacts
  reflection: 4000, // characters of a reflection, which stays on its phone
  voices: 500, // hands that one count may hold
  pauseSeconds: 10 * 60,
  slides: 200,
  slideMinutes: 180,
  timerSeconds: 60 * 60,
  undoSteps: 20,
  signInDays: 30, // a sign-in ends by itself
  commandBytes: 16 * 1024, // the largest frame a client may send
} as const;

/** The small-room guard (design 6): how many responses must exist before anything of them is released. */
export const guard = { usual: 5, small: 3, smallRoomBelow: 8 } as const;

/** Into how many equal stretches the tally of a `continuum` divides its line. */
export const continuum = { stretches: 20 } as const;

/** The signals of the pulse, and how many minutes one lasts. */
export const pulse = { signals: ["with-you", "slow-down", "need-a-break"], minutes: 5 } as const;
export type PulseSignal = (typeof pulse.signals)[number];

/** For how many seconds after a prompt has closed an answer that was under way is still taken; the facilitator chooses. */
export const grace = { usual: 120, most: 60 * 60, choices: [0, 30, 120, 600, 3600] } as const;

/** How long before a breathing guide begins, so that every phone has it by then. */
export const pauseLeadMs = 3000;

/** The languages of the interface. */
export const languages = ["en", "es"] as const;
export type Language = (typeof languages)[number];
