import type { ReactNode } from "react";
import styles from "@/app/_ui/door.module.css";

/** A page with one thing to say and one way on: the entrance, and everything that is no class. */
export function Door({ title, children, foot }: { title: string; children: ReactNode; foot?: ReactNode }) {
  return (
    <div className={styles.page}>
      <header className={styles.mark}>
        <a href="/">Attune</a>
      </header>
      <main className={styles.main}>
        <h1>{title}</h1>
        {children}
      </main>
      {foot && <footer className={styles.foot}>{foot}</footer>}
    </div>
  );
}
