import { useTranslations } from "next-intl";
import type { ReactNode } from "react";
import { Sheet } from "@/app/j/[code]/_ui/sheet";
import sheet from "@/app/j/[code]/_ui/sheet.module.css";

type Props = {
  /** How many answers and questions of this person have not reached the class yet. */
  unsent: number;
  /** What the person who leaves may want to take along first. */
  keepsake?: ReactNode;
  onHandOn: () => void;
  onClose: () => void;
};

/** Asks before this phone forgets one person for the next. */
export function HandOnSheet({ unsent, keepsake, onHandOn, onClose }: Props) {
  const t = useTranslations("phone");
  return (
    <Sheet title={t("handOn.title")} onClose={onClose}>
      {(close) => (
        <>
          <p>{t("handOn.text")}</p>
          <p>{t("handOn.stays")}</p>
          {keepsake}
          {unsent > 0 && <p className="error">{t("handOn.unsent", { count: unsent })}</p>}
          <div className={sheet.actions}>
            <button type="button" className="button" onClick={onHandOn}>
              {t("handOn.confirm")}
            </button>
            <button type="button" className="button quiet" onClick={close}>
              {t("handOn.cancel")}
            </button>
          </div>
        </>
      )}
    </Sheet>
  );
}
