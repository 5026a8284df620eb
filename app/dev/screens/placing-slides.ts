import type { SlideView, SlideViewOf, TallyOf } from "@/protocol/kinds";
import type { Html } from "@/protocol/kinds/base";

/** Slides and tallies of what is put somewhere: into bins, into an order, onto a line. Usual, and full to the limits. */
const html = (text: string) => text as Html;
const base = (id: string, title: string) => ({
  id: id as SlideView["id"],
  part: "Part 2 · What it is and is not",
  title,
  body: html(""),
  explanation: html(""),
  language: "en",
});

export const sort: SlideViewOf<"sort"> = {
  ...base("sort", "Which of these belong to a secure bond?"),
  kind: "sort",
  body: html("<p>Go with your first thought.</p>"),
  bins: [
    { id: "is", text: "Belongs to it" },
    { id: "is-not", text: "Does not belong" },
  ],
  statements: [
    { id: "comfort", text: "Looking for comfort when something hurts" },
    { id: "same", text: "Being together every minute of the day" },
    { id: "base", text: "Going off to explore, and coming back" },
    { id: "praise", text: "Praising everything that a child does" },
    { id: "known", text: "Feeling known by somebody" },
  ],
  correct: {},
};
export const sortRevealed: SlideViewOf<"sort"> = {
  ...sort,
  correct: { comfort: "is", same: "is-not", base: "is", praise: "is-not", known: "is" },
  explanation: html("<p>Closeness is a harbour: children leave it, because it is there to come back to.</p>"),
};
export const sortTally: TallyOf<"sort"> = {
  kind: "sort",
  responses: 12,
  statements: [
    [12, 0],
    [5, 7],
    [9, 3],
    [6, 6],
    [11, 1],
  ],
};
export const sortEarlier: TallyOf<"sort"> = {
  ...sortTally,
  statements: [
    [9, 3],
    [9, 3],
    [4, 8],
    [8, 4],
    [7, 5],
  ],
};

export const sortMany: SlideViewOf<"sort"> = {
  ...sortRevealed,
  id: "sort-many" as SlideView["id"],
  title: "Where would you put each of these moments of an ordinary day with a small child?",
  bins: [
    { id: "wait", text: "I wait and look" },
    { id: "words", text: "I help with words" },
    { id: "hands", text: "I help with my hands" },
    { id: "stop", text: "I step in at once" },
  ],
  statements: Array.from({ length: 12 }, (_, index) => ({
    id: `s${index}`,
    text:
      index % 3 === 0
        ? "She cannot get the second shoe on, and says that she never wants to go anywhere again"
        : index % 3 === 1
          ? "He climbs onto the low wall"
          : "Two children pull at the same bucket in the sand pit",
  })),
  correct: Object.fromEntries(
    Array.from({ length: 12 }, (_, index) => [
      `s${index}`,
      ["wait", "words", "hands", "stop"][index % 4] ?? "wait",
    ]),
  ),
};
export const sortManyTally: TallyOf<"sort"> = {
  kind: "sort",
  responses: 34,
  statements: sortMany.statements.map((_, index) => [
    20 - index,
    8 + index,
    index % 2 === 0 ? 6 : 5,
    index % 2,
  ]),
};

/** Ten statements of usual length, as a class may well have them. */
export const sortTen: SlideViewOf<"sort"> = {
  ...sortRevealed,
  id: "sort-ten" as SlideView["id"],
  statements: [0, 1].flatMap((half) =>
    sort.statements.map(({ id, text }) => ({ id: half === 0 ? id : `${id}-2`, text })),
  ),
};
export const sortTenTally: TallyOf<"sort"> = {
  ...sortTally,
  statements: [...sortTally.statements, ...sortEarlier.statements],
};

export const rank: SlideViewOf<"rank"> = {
  ...base("rank", "What would you try first, and what last?"),
  kind: "rank",
  body: html("<p>Your child cannot agree with a friend about a toy.</p>"),
  items: [
    { id: "talk", text: "Talking with both of them" },
    { id: "near", text: "Sitting down near them" },
    { id: "listen", text: "Listening" },
    { id: "rule", text: "Making a rule" },
    { id: "take", text: "Taking the toy away" },
  ],
  first: "First",
  last: "Last",
  correct: [],
};
export const rankRevealed: SlideViewOf<"rank"> = {
  ...rank,
  correct: ["near", "listen", "talk", "rule", "take"],
  explanation: html("<p>The less we do at first, the more they can find out for themselves.</p>"),
};
export const rankTally: TallyOf<"rank"> = {
  kind: "rank",
  responses: 12,
  items: [
    { mean: 2.75, places: [2, 3, 4, 2, 1] },
    { mean: 1.83, places: [5, 5, 1, 1, 0] },
    { mean: 1.92, places: [5, 4, 2, 1, 0] },
    { mean: 3.9, places: [0, 0, 4, 5, 3] },
    { mean: 4.6, places: [0, 0, 1, 3, 8] },
  ],
};
export const rankEarlier: TallyOf<"rank"> = {
  ...rankTally,
  items: [2.1, 3.2, 2.9, 3.1, 3.7].map((mean) => ({ mean, places: [3, 3, 2, 2, 2] })),
};
export const rankMany: SlideViewOf<"rank"> = {
  ...rankRevealed,
  id: "rank-many" as SlideView["id"],
  title: "From helping with your own hands to being there and trusting: in which order would you step back?",
  items: Array.from({ length: 8 }, (_, index) => ({
    id: `i${index}`,
    text:
      index % 2 === 0
        ? "Staying in the room and saying nothing unless somebody is about to be hurt"
        : "Asking what they need",
  })),
  correct: Array.from({ length: 8 }, (_, index) => `i${7 - index}`),
};
export const rankManyTally: TallyOf<"rank"> = {
  kind: "rank",
  responses: 30,
  items: rankMany.items.map((_, index) => ({
    mean: 1.4 + ((index * 5) % 8) * 0.8,
    places: [5, 5, 5, 5, 4, 3, 2, 1],
  })),
};

export const continuum: SlideViewOf<"continuum"> = {
  ...base("continuum", "How much is that for a child of three?"),
  kind: "continuum",
  body: html("<p>Think of a child that you know.</p>"),
  zones: [
    { id: "comfortable", text: "Comfortable" },
    { id: "stretch", text: "Helpful stretch" },
    { id: "too-far", text: "Too far" },
  ],
  edges: [35, 75],
  scenarios: [
    { id: "shoes", text: "Trying the shoes alone for five minutes while everybody waits" },
    { id: "night", text: "A first night at grandmother's" },
    { id: "dog", text: "Walking past the neighbour's dog, holding your hand" },
  ],
};
const density = (...counts: number[]) => [...counts, ...Array<number>(20).fill(0)].slice(0, 20);
export const continuumTally: TallyOf<"continuum"> = {
  kind: "continuum",
  responses: 12,
  scenarios: [
    {
      density: density(0, 0, 0, 1, 0, 0, 0, 1, 2, 3, 2, 2, 1),
      zones: [1, 11, 0],
      median: 48,
      lower: 43,
      upper: 54,
    },
    {
      density: density(1, 1, 0, 0, 2, 0, 0, 0, 1, 0, 0, 1, 0, 0, 0, 0, 2, 2, 1, 1),
      zones: [4, 2, 6],
      median: 66,
      lower: 22,
      upper: 86,
    },
    {
      density: density(2, 3, 1, 0, 0, 0, 1, 2, 0, 1, 1, 0, 1),
      zones: [6, 6, 0],
      median: 34,
      lower: 8,
      upper: 42,
    },
  ],
};
export const continuumEarlier: TallyOf<"continuum"> = {
  ...continuumTally,
  scenarios: continuumTally.scenarios.map((found) => ({ ...found, median: 70, lower: 60, upper: 90 })),
};
export const continuumMany: SlideViewOf<"continuum"> = {
  ...continuum,
  id: "continuum-many" as SlideView["id"],
  title: "Ten small frustrations: where would you place each of them for your own child?",
  zones: [
    { id: "z1", text: "Not worth a word" },
    { id: "z2", text: "Comfortable" },
    { id: "z3", text: "Helpful stretch" },
    { id: "z4", text: "Hard but possible with help" },
    { id: "z5", text: "Too far" },
  ],
  edges: [10, 40, 65, 85],
  scenarios: Array.from({ length: 10 }, (_, index) => ({
    id: `c${index}`,
    text:
      index % 3 === 0
        ? "Losing the third game of memory in a row against an older sister who laughs about it"
        : "The tower falls over, again",
  })),
};
export const continuumManyTally: TallyOf<"continuum"> = {
  kind: "continuum",
  responses: 26,
  scenarios: continuumMany.scenarios.map((_, index) => ({
    density: density(...Array.from({ length: 20 }, (_, at) => Math.max(0, 5 - Math.abs(at - 4 - index)))),
    zones: [1, 12 - index, 8, 4 + index, 1],
    median: 22 + index * 5,
    lower: 15 + index * 5,
    upper: 30 + index * 6,
  })),
};

export const continuumSix: SlideViewOf<"continuum"> = {
  ...continuum,
  id: "continuum-six" as SlideView["id"],
  scenarios: [0, 1].flatMap((half) =>
    continuum.scenarios.map(({ id, text }) => ({ id: half === 0 ? id : `${id}-2`, text })),
  ),
};
export const continuumSixTally: TallyOf<"continuum"> = {
  ...continuumTally,
  scenarios: [...continuumTally.scenarios, ...continuumTally.scenarios],
};

const drawing = (alt: string) => ({ src: `/pictures/${"0".repeat(64)}.svg`, alt });
const pictured = <T extends { text: string }>(items: T[]) =>
  items.map((item) => ({ ...item, picture: drawing(`A drawing: ${item.text}`) }));
export const sortPictured = {
  ...sortRevealed,
  id: "sort-pictures" as SlideView["id"],
  statements: pictured(sort.statements),
};
export const rankPictured = {
  ...rankRevealed,
  id: "rank-pictures" as SlideView["id"],
  items: pictured(rank.items),
};
export const continuumPictured = {
  ...continuum,
  id: "continuum-pictures" as SlideView["id"],
  scenarios: pictured(continuum.scenarios),
};

/** The same in a language that is written from right to left. */
export const sortArabic: SlideViewOf<"sort"> = {
  ...sort,
  language: "ar",
  part: "",
  title: "أيّ من هذه ينتمي إلى الرابطة الآمنة؟",
  body: html("<p>اتبع فكرتك الأولى.</p>"),
  bins: [
    { id: "is", text: "ينتمي إليها" },
    { id: "is-not", text: "لا ينتمي إليها" },
  ],
  statements: sort.statements.map(({ id }, index) => ({
    id,
    text:
      [
        "البحث عن الراحة عند الألم",
        "البقاء معاً كل دقيقة",
        "الاستكشاف ثم العودة",
        "مدح كل شيء",
        "أن يعرفني أحد",
      ][index] ?? "",
  })),
};
export const rankArabic: SlideViewOf<"rank"> = {
  ...rank,
  language: "ar",
  part: "",
  title: "ماذا تجرّب أولاً، وماذا أخيراً؟",
  body: html(""),
  first: "أولاً",
  last: "أخيراً",
  items: rank.items.map(({ id }, index) => ({
    id,
    text: ["التحدث معهما", "الجلوس بقربهما", "الإصغاء", "وضع قاعدة", "أخذ اللعبة"][index] ?? "",
  })),
};
export const continuumArabic: SlideViewOf<"continuum"> = {
  ...continuum,
  language: "ar",
  part: "",
  title: "كم هذا بالنسبة لطفل في الثالثة؟",
  body: html(""),
  zones: continuum.zones.map(({ id }, index) => ({
    id,
    text: ["مريح", "تحدٍّ مفيد", "أكثر من اللازم"][index] ?? "",
  })),
  scenarios: continuum.scenarios.map(({ id }, index) => ({
    id,
    text: ["محاولة ارتداء الحذاء وحده", "الليلة الأولى عند الجدة", "المرور بجانب كلب الجيران"][index] ?? "",
  })),
};
