import { useTranslations } from "next-intl";
import { type MouseEvent, type ReactNode, useId } from "react";
import { useModal } from "@/app/_client/modal";
import { LeaveLink } from "@/app/j/[code]/_ui/leave-link";
import styles from "@/app/j/[code]/_ui/sheet.module.css";

type Props = { title: string; onClose: () => void; children: (close: () => void) => ReactNode };

/** Something laid over the page for a moment: Escape, the button and a tap beside it put it away. */
export function Sheet({ title, onClose, children }: Props) {
  const t = useTranslations("phone");
  const id = useId();
  const ref = useModal(title);
  const close = () => ref.current?.close();
  const beside = (event: MouseEvent) => {
    if (event.target === ref.current) close();
  };
  return (
    // biome-ignore lint/a11y/useKeyWithClickEvents: Escape does the same, as in every native dialog
    <dialog ref={ref} className={styles.sheet} aria-labelledby={id} onClose={onClose} onClick={beside}>
      <div className={styles.paper}>
        <div className={styles.head}>
          <h2 id={id} tabIndex={-1} data-first>
            {title}
          </h2>
          <div className={styles.ways}>
            <LeaveLink className={styles.leave} />
            <button type="button" className="button quiet" onClick={close}>
              {t("close")}
            </button>
          </div>
        </div>
        {children(close)}
      </div>
    </dialog>
  );
}
