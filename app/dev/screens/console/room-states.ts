import type { LiveState } from "@/app/_client/live";
import { states } from "@/app/dev/screens/console/states";
import * as questions from "@/app/dev/screens/questions";
import { grace } from "@/protocol/limits";
import type { Question } from "@/protocol/questions";
import type { Contact } from "@/protocol/support";
import type { ConsoleView } from "@/protocol/views";

type State = LiveState<ConsoleView>;

export const everything: Question[] = [
  questions.held,
  ...questions.asked,
  ...questions.answered,
  questions.hidden,
];

export const contacts: Contact[] = [
  {
    name: "Family helpline",
    phone: "+34 900 123 456",
    url: "https://helpline.example.org/families",
    note: "Day and night, free, also in Arabic and English",
  },
  { name: "Amara, after the class", phone: null, url: null, note: null },
];

/** One of the console's states, with what the room asks, signals and is set to. */
function around(name: string, view: Partial<ConsoleView>, part: Partial<State> = {}): () => State {
  return () => {
    const state = states[name]?.();
    if (!state) throw new Error(`There is no state ${name}.`);
    const room: Partial<ConsoleView> = {
      languages: ["en", "es"],
      translations: [
        { language: "en", missing: [] },
        { language: "es", missing: [] },
      ],
      settings: { filter: true, approve: false, questions: "shown", grace: grace.usual },
      support: contacts,
      questionsShown: false,
    };
    return { ...state, ...part, view: { ...state.view, ...room, ...view } };
  };
}

const lacking: ConsoleView["translations"] = [
  { language: "en", missing: [] },
  {
    language: "es",
    missing: ["A base to leave from", "The calm eye of the storm", "How are you here today?"],
  },
  { language: "ar", missing: ["The calm eye of the storm"] },
];
const minute = 60_000;

/** How the room is, and what it is set to, by the name of its screen. */
export const roomStates: Record<string, () => State> = {
  "room-lobby": around("lobby-filling", {}),
  "room-lobby-lacking": around("lobby-filling", {
    languages: ["en", "es", "ar"],
    translations: lacking,
    settings: { filter: true, approve: false, questions: "approved", grace: grace.usual },
    support: [],
  }),
  "room-calm": around("content", {}, { pulse: { signals: 9, shares: [0.8, 0.2, 0] } }),
  "room-slow": around("content", {}, { pulse: { signals: 10, shares: [0.4, 0.4, 0.2] } }),
  "room-break": around("choice-shown", {}, { pulse: { signals: 11, shares: [0.3, 0.1, 0.6] } }),
  "room-few": around("content", {}, { pulse: { signals: 2, shares: null } }),
  "room-asked": around("content", { questionsShown: true, undo: "questions" }),
  "room-off": around("content", {
    settings: { filter: true, approve: true, questions: "off", grace: grace.usual },
  }),
};

/** With minutes spent on the slides so far. */
export const spent = (state: State): State => ({
  ...state,
  view: {
    ...state.view,
    outline: state.view.outline.map((entry, index) => ({
      ...entry,
      spent: index + 1 < state.view.place && index !== 0 ? (index + 2) * 1.4 * minute : 0,
    })),
  },
});
