import { useTranslations } from "next-intl";
import { dialled, shortAddress } from "@/app/_client/support";
import { Sheet } from "@/app/j/[code]/_ui/sheet";
import styles from "@/app/j/[code]/_ui/support-sheet.module.css";
import type { Contact } from "@/protocol/support";

/** Whom a parent can turn to: in the room, by telephone, and at once when there is danger. */
export function SupportSheet({ contacts, onClose }: { contacts: Contact[]; onClose: () => void }) {
  const t = useTranslations("phone.support");
  return (
    <Sheet title={t("title")} onClose={onClose}>
      {() => (
        <>
          <p>{t("allowed")}</p>
          <section className={styles.part}>
            <h3>{t("hereTitle")}</h3>
            <p>{t("here")}</p>
          </section>
          <section className={styles.part}>
            <h3>{t("outsideTitle")}</h3>
            {contacts.length === 0 ? (
              <p>{t("none")}</p>
            ) : (
              <ul className={styles.contacts}>
                {contacts.map((contact, index) => (
                  <li key={index}>
                    <b dir="auto">{contact.name}</b>
                    {contact.note && <p dir="auto">{contact.note}</p>}
                    {contact.phone && (
                      <a className="button" href={dialled(contact.phone)}>
                        {t.rich("call", { number: () => <bdi dir="ltr">{contact.phone}</bdi> })}
                      </a>
                    )}
                    {contact.url && (
                      <a
                        className="button quiet"
                        href={contact.url}
                        target="_blank"
                        rel="noreferrer"
                        aria-label={t("visit", { name: contact.name })}
                      >
                        <bdi dir="ltr">{shortAddress(contact.url)}</bdi>
                      </a>
                    )}
                  </li>
                ))}
              </ul>
            )}
          </section>
          <section className={styles.danger}>
            <h3>{t("dangerTitle")}</h3>
            <p>{t("danger")}</p>
          </section>
          <p className={styles.note}>{t("leaves")}</p>
        </>
      )}
    </Sheet>
  );
}
