import { useTranslations } from "next-intl";
import { Sheet } from "@/app/j/[code]/_ui/sheet";
import sheet from "@/app/j/[code]/_ui/sheet.module.css";

type Props = { count: number; onTake: () => void; onClose: () => void };

/** Says what taking back can do and what it cannot, before it is done. */
export function TakeConfirm({ count, onTake, onClose }: Props) {
  const t = useTranslations("own.confirm");
  return (
    <Sheet title={t("title", { count })} onClose={onClose}>
      {(close) => (
        <>
          <p>{t("text")}</p>
          <p>
            <strong>{t("seen")}</strong>
          </p>
          {count > 1 && <p>{t("together")}</p>}
          <p className={sheet.hint}>{t("later")}</p>
          <div className={sheet.actions}>
            <button type="button" className="button" onClick={onTake}>
              {t("yes", { count })}
            </button>
            <button type="button" className="button quiet" onClick={close}>
              {t("no")}
            </button>
          </div>
        </>
      )}
    </Sheet>
  );
}
