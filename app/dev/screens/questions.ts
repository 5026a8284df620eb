import type { Question } from "@/protocol/questions";

/** Questions for the screens with fixed data, in the server's order. */
const question = (number: number, text: string, part: Partial<Question> = {}): Question => ({
  id: `00000000-0000-4000-8000-${String(number).padStart(12, "0")}` as Question["id"],
  text,
  language: "en",
  votes: 1,
  mark: "none",
  held: false,
  answered: false,
  answer: "",
  ...part,
});

export const held = question(1, "How the hell do you stay calm when nobody has slept?", { held: true });

export const asked: Question[] = [
  question(2, "What if my child only wants my mother?", { mark: "pinned", votes: 4 }),
  question(3, "How long does it take until a child calms down with you, when you have shouted before?", {
    votes: 7,
  }),
  question(4, "¿Y si trabajo por las noches y no estoy para dormirle?", { language: "es", votes: 3 }),
  question(5, "هل يمكن أن يتعلق الطفل بأكثر من شخص واحد؟", { language: "ar", votes: 2 }),
  question(6, "Is it too late at seven?"),
];

export const answered: Question[] = [
  question(7, "Does a child need one person only?", {
    votes: 5,
    answered: true,
    answer: "No. A few people who come back are enough; they do not have to be the parents.",
  }),
  question(8, "Will we get the slides?", { answered: true }),
];

export const hidden = question(9, "A name that should not be here", { mark: "hidden" });

/** More than a board holds. */
export const many: Question[] = [
  ...asked,
  ...Array.from({ length: 9 }, (_, index) =>
    question(
      20 + index,
      "What do you do in the supermarket, when everybody looks, the small one is on the floor, and the big one starts to cry as well because nobody looks at him?".slice(
        0,
        60 + index * 11,
      ),
    ),
  ),
  ...answered,
];
