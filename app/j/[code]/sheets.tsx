"use client";
import { useRef } from "react";
import type { usePhone } from "@/app/_client/phone";
import { useQuestions } from "@/app/_client/questions";
import type { SheetName } from "@/app/j/[code]/_ui/bar";
import { KeepsakeButton } from "@/app/j/[code]/_ui/keepsake-button";
import { HandOnSheet } from "@/app/j/[code]/_ui/sheets/hand-on";
import { PulseSheet } from "@/app/j/[code]/_ui/sheets/pulse";
import { QuestionsSheet } from "@/app/j/[code]/_ui/sheets/questions";

type Props = { phone: ReturnType<typeof usePhone>; sheet: SheetName | null; onClose: () => void };

/**
 * What is laid over the phone. Its code comes after the page's own, and stays: from
 * then on it works without a network, and sends what was asked when there is one.
 */
export function Sheets({ phone, sheet, onClose }: Props) {
  const { state } = phone;
  const draft = useRef("");
  const questions = useQuestions(phone.sessionId, phone.notebook, phone.live, {
    open: sheet === "questions",
    changed: state.questionsChanged,
  });
  switch (sheet) {
    case null:
      return null;
    case "questions":
      return (
        <QuestionsSheet
          mode={state.view.questions}
          own={questions.own}
          listed={questions.listed}
          online={state.link === "online"}
          draft={draft}
          onAsk={questions.ask}
          onWant={questions.want}
          onWithdraw={questions.withdraw}
          onClose={onClose}
        />
      );
    case "pulse":
      return <PulseSheet signal={phone.pulse.signal} onSignal={phone.pulse.send} onClose={onClose} />;
    case "hand-on": {
      const unsent = [...Object.values(phone.responses), ...Object.values(questions.own)].filter(
        ({ status }) => status === "waiting" || status === "sending",
      );
      return (
        <HandOnSheet
          unsent={unsent.length}
          keepsake={<KeepsakeButton />}
          onHandOn={phone.handOn}
          onClose={onClose}
        />
      );
    }
  }
}
