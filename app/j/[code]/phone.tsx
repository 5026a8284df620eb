"use client";
import { useRouter } from "next/navigation";
import { useLocale } from "next-intl";
import { useEffect, useState } from "react";
import { interfaceOf } from "@/app/_client/followed";
import { speak } from "@/app/_client/interface-language";
import { type PhoneStart, usePhone } from "@/app/_client/phone";
import { aloudOf } from "@/app/_client/read-aloud";
import { useSupport } from "@/app/_client/support";
import { useHandout } from "@/app/_client/use-handout";
import { useKindsLater } from "@/app/_client/use-kinds";
import { useLater } from "@/app/_client/use-later";
import { ReflectionsOf } from "@/app/_client/use-reflections";
import { KindHint } from "@/app/_ui/kinds/phone";
import type { SheetName } from "@/app/j/[code]/_ui/bar";
import { PhonePage } from "@/app/j/[code]/_ui/phone-page";
import { SupportTools } from "@/app/j/[code]/_ui/support-tools";
import type { PhoneView } from "@/protocol/views";

/** The phone of one person after another: handed on, it begins anew where the class is. */
export function Phone(start: PhoneStart) {
  const [person, setPerson] = useState(0);
  const [met, setMet] = useState<Partial<PhoneStart>>({});
  const next = (view: PhoneView, language: string) => {
    setMet({ view, language, inside: false });
    setPerson((before) => before + 1);
  };
  useEffect(() => {
    if (person > 0) document.querySelector<HTMLElement>("h1")?.focus();
  }, [person]);
  return (
    <ReflectionsOf key={person} sessionId={start.sessionId}>
      {start.view.slide && <KindHint kind={start.view.slide.kind} />}
      <Person start={{ ...start, ...met }} onHandedOn={next} />
    </ReflectionsOf>
  );
}

const loadOutbox = () => import("@/app/_client/leave-outbox").then(({ sendOutbox }) => sendOutbox);
const loadSheets = () => import("@/app/j/[code]/sheets").then(({ Sheets }) => Sheets);

type Props = { start: PhoneStart; onHandedOn: (newest: PhoneView, language: string) => void };

/** The live phone; the server renders it with the slide that the room sees. */
function Person({ start, onHandedOn }: Props) {
  const phone = usePhone(start, onHandedOn);
  const [sheet, setSheet] = useState<SheetName | null>(null);
  useKindsLater();
  const Sheets = useLater(loadSheets, sheet !== null);
  const sendOutbox = useLater(loadOutbox, false);
  const support = useSupport(start.sessionId, phone.state.view.support);
  const handout = useHandout(start.sessionId, phone.live);
  const router = useRouter();
  const locale = useLocale();

  const choose = (language: string) => {
    phone.follow(language);
    const near = interfaceOf(language);
    // Where it is not reached just now, the class still changes when it is; the words around it stay.
    if (near && near !== locale) void speak(near).then((spoken) => spoken && router.refresh());
  };
  return (
    <SupportTools
      code={start.code}
      reading={phone.reading}
      support={support}
      keepsake={{
        sessionId: start.sessionId,
        leaves: phone.leaves,
        responses: phone.responses,
        handout,
      }}
      own={{ secret: phone.notebook?.secret ?? null, over: phone.state.view.status === "ended" }}
      leaving={{
        reachable: !["offline", "unreachable", "stopping"].includes(phone.state.link),
        send: async () => sendOutbox?.(phone),
        close: () => phone.live?.close(),
      }}
      aloud={aloudOf(phone.state.view)}
    >
      <PhonePage
        code={start.code}
        state={phone.state}
        language={phone.language}
        inside={phone.inside}
        reading={phone.reading}
        ready={phone.ready}
        responses={phone.responses}
        leaves={phone.leaves}
        signal={phone.pulse.signal}
        sheets={Sheets && <Sheets phone={phone} sheet={sheet} onClose={() => setSheet(null)} />}
        onSheet={setSheet}
        onLanguage={choose}
        onGoIn={phone.goIn}
        onReading={phone.read}
        onDraft={phone.draft}
        onSubmit={phone.send}
      />
    </SupportTools>
  );
}
