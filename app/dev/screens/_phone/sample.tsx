"use client";
import { useRef, useState } from "react";
import type { Handout } from "@/app/_client/keepsake";
import { keepDraft, type Leaves } from "@/app/_client/leaves";
import type { OwnResponse } from "@/app/_client/notebook";
import { ask, type OwnQuestions, want, withdraw } from "@/app/_client/own-questions";
import { aloudOf } from "@/app/_client/read-aloud";
import { ReflectionsOf } from "@/app/_client/use-reflections";
import type { SheetName } from "@/app/j/[code]/_ui/bar";
import { PhonePage, type PhonePageProps } from "@/app/j/[code]/_ui/phone-page";
import { HandOnSheet } from "@/app/j/[code]/_ui/sheets/hand-on";
import { PulseSheet } from "@/app/j/[code]/_ui/sheets/pulse";
import { QuestionsSheet } from "@/app/j/[code]/_ui/sheets/questions";
import { type SheetOfTools, SupportTools } from "@/app/j/[code]/_ui/support-tools";
import type { PulseSignal } from "@/protocol/limits";
import type { Question } from "@/protocol/questions";

export type SampleProps = Partial<
  Pick<PhonePageProps, "inside" | "reading" | "ready" | "responses" | "leaves" | "language" | "signal">
> & {
  state: PhonePageProps["state"];
  sheet?: SheetName;
  own?: OwnQuestions;
  listed?: Question[] | null;
  unsent?: number;
  handout?: Handout;
  tool?: SheetOfTools;
};

/** A phone with nothing behind it: what is sent counts as sent at once. */
export function Sample({ state, ...start }: SampleProps) {
  const [inside, setInside] = useState(start.inside ?? true);
  const [reading, setReading] = useState(start.reading ?? "normal");
  const [responses, setResponses] = useState<Record<string, OwnResponse>>(start.responses ?? {});
  const [leaves, setLeaves] = useState<Leaves>(start.leaves ?? {});
  const [language, setLanguage] = useState(start.language ?? state.view.language);
  const [signal, setSignal] = useState<PulseSignal | null>(start.signal ?? null);
  const [own, setOwn] = useState<OwnQuestions>(start.own ?? {});
  const [sheet, setSheet] = useState<SheetName | null>(start.sheet ?? null);
  const draft = useRef("");
  const close = () => setSheet(null);
  return (
    <ReflectionsOf sessionId={null}>
      <SupportTools
        code="12345678"
        reading={reading}
        support={state.view.support}
        keepsake={{ sessionId: null, leaves, responses, handout: start.handout ?? null }}
        own={{ secret: null, over: state.view.status === "ended" }}
        leaving={{ reachable: true, send: async () => {}, close: () => {} }}
        aloud={aloudOf(state.view)}
        sheet={start.tool}
      >
        <PhonePage
          code="12345678"
          state={state}
          language={language}
          inside={inside}
          reading={reading}
          ready={start.ready ?? true}
          responses={responses}
          leaves={leaves}
          signal={signal}
          sheets={
            <>
              {sheet === "questions" && (
                <QuestionsSheet
                  mode={state.view.questions}
                  own={own}
                  listed={start.listed === undefined ? [] : start.listed}
                  online={state.link === "online"}
                  draft={draft}
                  onAsk={(text) => setOwn((before) => ask(before, `own-${text}`, text))}
                  onWant={(id, wanted) => setOwn((before) => want(before, id, wanted))}
                  onWithdraw={(id) => setOwn((before) => withdraw(before, id))}
                  onClose={close}
                />
              )}
              {sheet === "pulse" && (
                <PulseSheet
                  signal={signal}
                  onSignal={(pressed) => setSignal((before) => (before === pressed ? null : pressed))}
                  onClose={close}
                />
              )}
              {sheet === "hand-on" && (
                <HandOnSheet unsent={start.unsent ?? 0} onHandOn={close} onClose={close} />
              )}
            </>
          }
          onSheet={setSheet}
          onLanguage={setLanguage}
          onGoIn={() => setInside(true)}
          onReading={setReading}
          onDraft={(id, slide, value) => setLeaves((before) => keepDraft(before, id, slide, value))}
          onSubmit={(id, slide, value) => {
            setLeaves((before) => keepDraft(before, id, slide, null));
            setResponses((before) => ({ ...before, [id]: { value, status: "sent" } }));
          }}
        />
      </SupportTools>
    </ReflectionsOf>
  );
}
