import { useTranslations } from "next-intl";
import { ContactEditor } from "@/app/(facilitator)/_ui/contact-editor";
import type { SheetProps } from "@/app/(facilitator)/sessions/[id]/console/_ui/cockpit";
import { NoticeLine } from "@/app/(facilitator)/sessions/[id]/console/_ui/notice-line";
import styles from "./sheets.module.css";

/** Whom the parents of this session can turn to; on their phones as soon as it is saved. */
export function SupportSheet(props: SheetProps) {
  const t = useTranslations("console.sheets.support");
  const { control, blocked } = props;
  return (
    <div className={styles.column}>
      <p className={styles.quiet}>{t("text")}</p>
      <ContactEditor
        contacts={control.state.view.support}
        onSave={(contacts) => control.act({ name: "support:set", input: { contacts } })}
        busy={control.busy}
        blocked={blocked !== null}
      >
        <NoticeLine {...props} />
      </ContactEditor>
    </div>
  );
}
