"use client";

import { useState } from "react";
import { signOut } from "@/app/_client/auth-form";
import styles from "./sign-out.module.css";

export type SignOutLabels = {
  menu: string;
  here: string;
  everywhere: string;
  everywhereHint: string;
  failed: string;
};

/** Who is signed in, and the two ways out. */
export function SignOutButton({ labels }: { labels: SignOutLabels }) {
  const [failed, setFailed] = useState(false);

  const leave = async (everywhere: boolean): Promise<void> => {
    setFailed(false);
    // Loaded anew, so that nothing of the signed-in person stays in this page's memory.
    if (await signOut(everywhere)) location.assign("/sign-in");
    else setFailed(true);
  };

  return (
    <details className={styles.menu}>
      <summary className="button quiet">{labels.menu}</summary>
      <div className={styles.panel}>
        <button type="button" className="button quiet" onClick={() => leave(false)}>
          {labels.here}
        </button>
        <button type="button" className="button quiet" onClick={() => leave(true)}>
          {labels.everywhere}
        </button>
        <p className={styles.hint}>{labels.everywhereHint}</p>
        {failed && (
          <p role="alert" className="error">
            {labels.failed}
          </p>
        )}
      </div>
    </details>
  );
}
