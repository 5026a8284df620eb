import type { ReactNode } from "react";
import { Messages } from "@/app/_ui/messages";
import styles from "./layout.module.css";

/** One sheet of paper with one form on it. */
export default function AuthLayout({ children }: { children: ReactNode }) {
  return (
    <main className={styles.page}>
      <div className={styles.sheet}>
        <Messages of="auth">{children}</Messages>
      </div>
    </main>
  );
}
