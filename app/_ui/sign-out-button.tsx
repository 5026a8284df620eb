"use client";

import { type FocusEvent, type KeyboardEvent, useState } from "react";
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
    <details className={styles.menu} onKeyDown={closeOnEscape} onBlur={closeBehind}>
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

function closeOnEscape(event: KeyboardEvent<HTMLDetailsElement>): void {
  if (event.key !== "Escape" || !event.currentTarget.open) return;
  event.currentTarget.open = false;
  event.currentTarget.querySelector("summary")?.focus();
}

/** Closes when the focus goes on to something else; Safari focuses no pressed button, so nothing means nothing. */
function closeBehind(event: FocusEvent<HTMLDetailsElement>): void {
  if (event.relatedTarget && !event.currentTarget.contains(event.relatedTarget))
    event.currentTarget.open = false;
}
