"use client";
import { useTeamSupport } from "@/app/_client/team-support";
import { ContactEditor } from "@/app/(facilitator)/_ui/contact-editor";
import { Refused } from "@/app/(facilitator)/_ui/refused";
import type { Contact } from "@/protocol/support";

export function TeamSupport({ contacts }: { contacts: Contact[] }) {
  const { save, busy, refusal } = useTeamSupport();
  return (
    <ContactEditor contacts={contacts} onSave={save} busy={busy}>
      <Refused code={refusal} />
    </ContactEditor>
  );
}
