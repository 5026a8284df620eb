import { NextIntlClientProvider } from "next-intl";
import { getMessages } from "next-intl/server";
import type { ReactNode } from "react";
import styles from "./layout.module.css";

/** One sheet of paper with one form on it. */
export default async function AuthLayout({ children }: { children: ReactNode }) {
  const { auth } = await getMessages();
  return (
    <main className={styles.page}>
      <div className={styles.sheet}>
        <NextIntlClientProvider messages={{ auth }}>{children}</NextIntlClientProvider>
      </div>
    </main>
  );
}
