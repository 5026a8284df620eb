import type { ReactNode } from "react";
import { Bar } from "@/app/j/[code]/_ui/bar";
import styles from "@/app/j/[code]/_ui/support-bar.module.css";
import { SupportItems } from "@/app/j/[code]/_ui/support-items";

/** Help and the way out where no class is; `alone` on a page that has no room for a bar of its own. */
export function SupportBar({ alone = false, children }: { alone?: boolean; children?: ReactNode }) {
  const bar = (
    <Bar questions={null} signal={undefined} onSheet={nothing}>
      <SupportItems />
    </Bar>
  );
  if (!alone) return bar;
  return (
    <div className={styles.alone}>
      <div className={styles.above}>{children}</div>
      {bar}
    </div>
  );
}

const nothing = () => {};
