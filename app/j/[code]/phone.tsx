"use client";
import type { ReactNode } from "react";
import { type PhoneStart, usePhone } from "@/app/_client/phone";
import { PhonePage } from "@/app/j/[code]/_ui/phone-page";

/** The live phone; the server renders it with the slide that the room sees. */
export function Phone({ languageSwitch, ...start }: PhoneStart & { languageSwitch: ReactNode }) {
  const phone = usePhone(start);
  return (
    <PhonePage
      state={phone.state}
      inside={phone.inside}
      reading={phone.reading}
      ready={phone.ready}
      responses={phone.responses}
      leaves={phone.leaves}
      languageSwitch={languageSwitch}
      onGoIn={phone.goIn}
      onReading={phone.read}
      onDraft={phone.draft}
      onSubmit={phone.send}
    />
  );
}
