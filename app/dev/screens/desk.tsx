import type { ReactNode } from "react";
import { Messages } from "@/app/_ui/messages";
import { SignOut } from "@/app/_ui/sign-out";
import { ContactEditor } from "@/app/(facilitator)/_ui/contact-editor";
import { Desk } from "@/app/(facilitator)/_ui/desk";
import { Library } from "@/app/(facilitator)/classes/_ui/library";
import { StartControl } from "@/app/(facilitator)/classes/_ui/start-control";
import { CardsSheet } from "@/app/(facilitator)/classes/[id]/_ui/cards-sheet";
import { ClassScreen } from "@/app/(facilitator)/classes/[id]/_ui/class-screen";
import { GuideSheet } from "@/app/(facilitator)/classes/[id]/_ui/guide-sheet";
import { HandoutSheet } from "@/app/(facilitator)/classes/[id]/_ui/handout-sheet";
import { Sessions } from "@/app/(facilitator)/sessions/_ui/sessions";
import { ShareView } from "@/app/(facilitator)/sessions/[id]/summary/_ui/share-view";
import { SummaryScreen } from "@/app/(facilitator)/sessions/[id]/summary/_ui/summary-screen";
import { TeamScreen } from "@/app/(facilitator)/team/_ui/team-screen";
import { contacts } from "@/app/dev/screens/console/room-states";
import * as data from "@/app/dev/screens/desk-data";
import { SharedClosed } from "@/app/s/_ui/shared-closed";
import { SharedSummaryScreen } from "@/app/s/_ui/shared-summary";
import type { ClassPage } from "@/protocol/classes";

const desk = (page: ReactNode) => () => (
  <Messages of={["classes", "sessions", "summary", "team", "common"]}>
    <Desk account={<SignOut name="Amara Okafor" />}>{page}</Desk>
  </Messages>
);

const share = (refusal?: "unreachable" | "signed_out") => (
  <ShareView shares={data.shares} origin="http://192.168.178.24:3000" {...(refusal && { refusal })} />
);
const noShare = <ShareView shares={[]} origin="http://192.168.178.24:3000" />;

const classScreen = (page: ClassPage) => (
  <ClassScreen page={page} start={<StartControl languages={page.card.languages} />} />
);

/** Screens with fixed data, by name. */
export const deskScreens: Record<string, () => ReactNode> = {
  "desk-classes": desk(
    <Library
      classes={data.classes}
      running={[]}
      start={({ languages }) => <StartControl languages={languages} />}
    />,
  ),
  "desk-classes-running": desk(
    <Library
      classes={data.classes}
      running={data.running}
      start={({ languages }) => <StartControl languages={languages} quiet />}
    />,
  ),
  "desk-classes-starting": desk(
    <Library
      classes={data.classes}
      running={[]}
      start={({ languages }) => <StartControl languages={languages} busy />}
    />,
  ),
  "desk-classes-refused": desk(
    <Library
      classes={data.classes}
      running={[]}
      start={({ languages }) => <StartControl languages={languages} refusal="unreachable" />}
    />,
  ),
  "desk-classes-empty": desk(<Library classes={[]} running={[]} start={() => null} />),
  "desk-class": desk(classScreen(data.classPages.usual)),
  "desk-class-lacking": desk(classScreen(data.classPages.lacking)),
  "desk-class-arabic": desk(classScreen(data.classPages.arabic)),
  "desk-class-bare": desk(classScreen(data.classPages.bare)),
  "desk-guide": desk(<GuideSheet page={data.classPages.usual} />),
  "desk-guide-none": desk(<GuideSheet page={data.classPages.bare} />),
  "desk-handout": desk(<HandoutSheet page={data.classPages.usual} />),
  "desk-cards": desk(<CardsSheet page={data.classPages.usual} sets={2} />),
  "desk-cards-arabic": desk(<CardsSheet page={data.classPages.arabic} sets={1} />),
  "desk-cards-none": desk(<CardsSheet page={data.classPages.bare} sets={1} />),
  "desk-sessions": desk(<Sessions sessions={[...data.running, ...data.past]} />),
  "desk-sessions-empty": desk(<Sessions sessions={[]} />),
  "desk-summary": desk(<SummaryScreen summary={data.summary} share={noShare} />),
  "desk-summary-shared": desk(<SummaryScreen summary={data.summary} share={share()} />),
  "desk-summary-refused": desk(<SummaryScreen summary={data.summary} share={share("signed_out")} />),
  "desk-summary-running": desk(
    <SummaryScreen summary={{ ...data.summary, status: "live", endedAt: null }} share={noShare} />,
  ),
  "desk-summary-empty": desk(
    <SummaryScreen summary={{ ...data.summary, startedAt: null, phones: 0, prompts: [] }} share={noShare} />,
  ),
  "desk-team": desk(
    <TeamScreen name="Familias del barrio">
      <ContactEditor contacts={contacts} onSave={undefined} />
    </TeamScreen>,
  ),
  "desk-team-empty": desk(
    <TeamScreen name="">
      <ContactEditor contacts={[]} onSave={undefined} />
    </TeamScreen>,
  ),
  shared: () => <SharedSummaryScreen summary={data.sharedSummary} />,
  "shared-closed": () => <SharedClosed />,
};
