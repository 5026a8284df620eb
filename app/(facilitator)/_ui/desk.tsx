"use client";
import Link from "next/link";
import { usePathname } from "next/navigation";
import { useTranslations } from "next-intl";
import type { ReactNode } from "react";
import { LanguageSwitch } from "@/app/_ui/language-switch";
import styles from "@/app/(facilitator)/_ui/desk.module.css";

const places = [
  { path: "/classes", name: "nav.classes" },
  { path: "/sessions", name: "nav.sessions" },
  { path: "/team", name: "nav.team" },
] as const;

/** The header and foot of a facilitator's pages. The console is a cockpit of its own and has neither. */
export function Desk({ account, children }: { account: ReactNode; children: ReactNode }) {
  const t = useTranslations("sessions");
  const path = usePathname();
  if (path.endsWith("/console")) return children;
  return (
    <div className={styles.desk}>
      <a className="skip" href="#content">
        {t("nav.skip")}
      </a>
      <header className={styles.header}>
        <p className={styles.mark}>
          <Link href="/classes">Attune</Link>
        </p>
        <nav aria-label={t("nav.label")}>
          <ul>
            {places.map((place) => (
              <li key={place.path}>
                <Link href={place.path} aria-current={currentAt(path, place.path)}>
                  {t(place.name)}
                </Link>
              </li>
            ))}
          </ul>
        </nav>
        <div className={styles.account}>{account}</div>
      </header>
      {children}
      <footer className={styles.foot}>
        <LanguageSwitch back={path} />
      </footer>
    </div>
  );
}

function currentAt(path: string, place: string): "page" | "true" | undefined {
  if (path === place) return "page";
  return path.startsWith(`${place}/`) ? "true" : undefined;
}
