"use client";
import type { ReactNode } from "react";
import { useOver } from "@/app/_client/over";
import type { Reading } from "@/app/_client/phone-cookies";
import { useSupport } from "@/app/_client/support";
import { KeepsakeButton } from "@/app/j/[code]/_ui/keepsake-button";
import { OwnButton } from "@/app/j/[code]/_ui/own-button";
import { SupportBar } from "@/app/j/[code]/_ui/support-bar";
import { SupportTools } from "@/app/j/[code]/_ui/support-tools";
import type { Contact } from "@/protocol/support";

type Props = {
  code: string;
  reading: Reading;
  /** As the server says it; null where it says nothing any more, and what the phone kept counts. */
  support: Contact[] | null;
  language: string;
  over: ReturnType<typeof useOver>;
  children: ReactNode;
};

/** The tools of a phone that has no connection to a class: what it kept of it is enough for them. */
export function AfterTools({ code, reading, support, language, over, children }: Props) {
  const contacts = useSupport(over.sessionId, support);
  return (
    <SupportTools
      code={code}
      reading={reading}
      support={contacts}
      keepsake={over.sessionId === null ? null : over}
      own={{ secret: null, over: true }}
      leaving={nothingWaits}
      aloud={{ language, moment: "" }}
    >
      {children}
    </SupportTools>
  );
}

/** The same on a page that is no class: one that is full, or a code that leads nowhere now. */
export function AtTheDoor({ code, children }: { code: string; children: ReactNode }) {
  const over = useOver(code);
  return (
    <AfterTools code={code} reading="normal" support={null} language="" over={over}>
      {children}
      <SupportBar alone>
        <KeepsakeButton />
        <OwnButton />
      </SupportBar>
    </AfterTools>
  );
}

const nothingWaits = { reachable: true, send: async () => {}, close: () => {} };
