import type { ReactNode } from "react";
import styles from "@/app/j/[code]/_ui/foot.module.css";

/** The strip within the thumb's reach: what can be done now, and how long. */
export function Foot({ time, children }: { time: ReactNode; children?: ReactNode }) {
  if (!time && !children) return null;
  return (
    <div className={styles.foot}>
      {time}
      {children && <div className={styles.buttons}>{children}</div>}
    </div>
  );
}
