"use client";
import type { Mine } from "@/app/_client/own-list";
import type { Reading } from "@/app/_client/phone-cookies";
import type { Known } from "@/app/_client/use-own";
import { OwnSheet, type OwnSheetProps } from "@/app/j/[code]/_ui/own/own-sheet";
import { TakeConfirm } from "@/app/j/[code]/_ui/own/take-confirm";
import type { PromptId, QuestionId } from "@/protocol/ids";
import type { StoredRow } from "@/protocol/own";

const sessionId = "0b1f6c1e-4b7c-4e0c-9f43-6a1f0b7a5d11";
const key = "9d0a1e6f2b7c44d1a1e3f5c87b9d2e4f60718293a4b5c6d7e8f9010203040506";
const bare = { language: "", again: false, lines: [], underWay: false };

const row = (table: string, columns: Record<string, string | null>): StoredRow => ({
  table,
  columns: Object.entries(columns).map(([name, value]) => ({ name, value })),
});
const answer = (id: string, value: string, released: string | null) =>
  row("responses", {
    id: "7f3f4a5e-24f0-4f3a-9c86-0d5b0c2f9a10",
    session_id: sessionId,
    prompt_id: id,
    key,
    by_hand: "false",
    value,
    released,
  });

const text = "On Tuesday he would not put on his coat. I waited, and he brought it to me himself.";
const stored = JSON.stringify({ kind: "open", text, language: "en" });
const card: Mine = {
  ...bare,
  of: { kind: "response", promptId: "coat" as PromptId },
  token: "1",
  title: "What helped you to stay calm this week?",
  language: "en",
  lines: [{ of: null, said: text }],
};
const choice: Mine = {
  ...bare,
  of: { kind: "response", promptId: "spoon" as PromptId },
  token: "2",
  title: "Your child throws the spoon for the third time. What comes first?",
  language: "en",
  again: true,
  lines: [{ of: null, said: "I look at what happened just before" }],
};
const arabic: Mine = {
  ...choice,
  token: "3",
  language: "ar",
  title: "يرمي طفلك الملعقة للمرة الثالثة. ما الذي يأتي أولاً؟",
  lines: [{ of: null, said: "أنظر إلى ما حدث قبل ذلك بقليل" }],
};
const question: Mine = {
  ...bare,
  of: { kind: "question", id: "1" as QuestionId },
  token: "4",
  title: "",
  lines: [{ of: null, said: "¿Y si trabajo por las noches?" }],
};
const here: Mine = { ...bare, of: { kind: "attendance" }, token: "5", title: "" };

const held = (mine: Mine, ...rows: StoredRow[]): Known => ({ mine, going: false, rows });
const all: Known[] = [
  held(card, answer("coat", stored, stored), row("sessions", { "state.marks": "pinned" })),
  held(choice, answer("spoon.2", '{"kind":"choice","options":["look"]}', null)),
  held(
    question,
    row("questions", {
      id: "5a7d1c3e-8f2b-4d60-b1a9-3c5e7f901234",
      session_id: sessionId,
      key,
      text: "¿Y si trabajo por las noches?",
      language: "es",
      mark: "none",
      answered: "false",
      answer: "",
    }),
    row("question_votes", { question_id: "5a7d1c3e-8f2b-4d60-b1a9-3c5e7f901234", key }),
  ),
  held(here, row("attendances", { session_id: sessionId, key })),
];
const unread = all.map((one) => ({ ...one, rows: null }));
const gone = (one: Known): Known => ({ ...one, rows: one.mine === here ? one.rows : [] });

const nothing = () => {};
const usual: OwnSheetProps = {
  known: all,
  tables: [
    { table: "attendances", rows: 12 },
    { table: "pulses", rows: 2 },
    { table: "question_votes", rows: 9 },
    { table: "questions", rows: 4 },
    { table: "responses", rows: 68 },
  ],
  reached: true,
  over: false,
  onTake: nothing,
  onClose: nothing,
};

const states: Record<string, Partial<OwnSheetProps>> = {
  whole: {},
  reading: { known: unread, tables: null, reached: null },
  offline: {
    known: unread.map((one, index) => ({ ...one, going: index === 0 })),
    tables: null,
    reached: false,
  },
  gone: { known: all.map(gone) },
  over: { over: true },
  arabic: {
    known: [held(arabic, answer("spoon", '{"kind":"choice","options":["look"]}', null)), ...all.slice(2)],
  },
  nothing: { known: [], tables: null },
};

/** What the class knows of a phone, in one of its states. */
export function OwnSample({ state, reading = "normal" }: { state: string; reading?: Reading }) {
  return (
    <div data-reading={reading}>
      {state === "confirm" ? (
        <TakeConfirm count={3} onTake={nothing} onClose={nothing} />
      ) : (
        <OwnSheet {...usual} {...states[state]} />
      )}
    </div>
  );
}
