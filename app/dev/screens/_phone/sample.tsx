"use client";
import { type ReactNode, useState } from "react";
import { keepDraft, type Leaves } from "@/app/_client/leaves";
import type { OwnResponse } from "@/app/_client/notebook";
import { ReflectionsOf } from "@/app/_client/use-reflections";
import { PhonePage, type PhonePageProps } from "@/app/j/[code]/_ui/phone-page";

export type SampleProps = Partial<
  Pick<PhonePageProps, "inside" | "reading" | "ready" | "responses" | "leaves">
> & {
  state: PhonePageProps["state"];
  languageSwitch: ReactNode;
};

/** A phone with nothing behind it: what is sent counts as sent at once. */
export function Sample({ state, languageSwitch, ...start }: SampleProps) {
  const [inside, setInside] = useState(start.inside ?? true);
  const [reading, setReading] = useState(start.reading ?? "normal");
  const [responses, setResponses] = useState<Record<string, OwnResponse>>(start.responses ?? {});
  const [leaves, setLeaves] = useState<Leaves>(start.leaves ?? {});
  return (
    <ReflectionsOf sessionId={null}>
      <PhonePage
        state={state}
        inside={inside}
        reading={reading}
        ready={start.ready ?? true}
        responses={responses}
        leaves={leaves}
        languageSwitch={languageSwitch}
        onGoIn={() => setInside(true)}
        onReading={setReading}
        onDraft={(slide, draft) => setLeaves((before) => keepDraft(before, slide.id, slide, draft))}
        onSubmit={(slide, value) => {
          setLeaves((before) => keepDraft(before, slide.id, slide, null));
          setResponses((before) => ({ ...before, [slide.id]: { value, status: "sent" } }));
        }}
      />
    </ReflectionsOf>
  );
}
