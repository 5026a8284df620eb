import { useTranslations } from "next-intl";
import type { ComponentType } from "react";
import { useModal } from "@/app/_client/modal";
import type { Cockpit, SheetName, SheetProps } from "@/app/(facilitator)/sessions/[id]/console/_ui/cockpit";
import { EndSheet } from "./end";
import { HelpSheet } from "./help";
import { JoinSheet } from "./join";
import { JumpSheet } from "./jump";
import { LanguagesSheet } from "./languages";
import { MoreSheet } from "./more";
import { QuestionsSheet } from "./questions";
import { ReleaseSheet } from "./release";
import { RoomSheet } from "./room";
import styles from "./sheets.module.css";
import { SupportSheet } from "./support";
import { TimerSheet } from "./timer";

const sheets: { [N in SheetName]: ComponentType<SheetProps> } = {
  jump: JumpSheet,
  timer: TimerSheet,
  join: JoinSheet,
  release: ReleaseSheet,
  end: EndSheet,
  help: HelpSheet,
  more: MoreSheet,
  questions: QuestionsSheet,
  room: RoomSheet,
  support: SupportSheet,
  languages: LanguagesSheet,
};

/** The one dialog of the console; one sheet may lead to another inside it. */
export function Sheets(props: Cockpit) {
  return props.sheet === null ? null : <Dialog {...props} name={props.sheet} />;
}

function Dialog({ name, ...props }: Cockpit & { name: SheetName }) {
  const t = useTranslations("console.sheets");
  const ref = useModal(name);
  const Content = sheets[name];
  const close = () => ref.current?.close();
  return (
    <dialog
      ref={ref}
      className={styles.sheet}
      aria-labelledby="sheet-title"
      data-sheet={name}
      onClose={() => props.onSheet(null)}
    >
      <div className={styles.head}>
        <h2 id="sheet-title">{t(`${name}.title`)}</h2>
        <button type="button" className="button quiet" onClick={close}>
          {t("close")}
        </button>
      </div>
      <Content key={name} {...props} close={close} />
    </dialog>
  );
}
