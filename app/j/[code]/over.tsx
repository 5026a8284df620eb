"use client";
import { useOver } from "@/app/_client/over";
import type { Reading } from "@/app/_client/phone-cookies";
import { useLetters } from "@/app/_client/use-letters";
import { ReflectionsOf } from "@/app/_client/use-reflections";
import { directionOf } from "@/app/_ui/direction";
import { Goodbye } from "@/app/j/[code]/_ui/goodbye";
import styles from "@/app/j/[code]/_ui/phone-page.module.css";
import { SupportBar } from "@/app/j/[code]/_ui/support-bar";
import { AfterTools } from "@/app/j/[code]/after-tools";
import type { PhoneView } from "@/protocol/views";

type Props = { code: string; view: PhoneView | null; reading: Reading };

/** A phone that comes back when the class is over: the goodbye, with what this phone still has. */
export function Over({ code, view, reading }: Props) {
  const over = useOver(code);
  const letters = useLetters();
  const language = view?.language ?? "en";
  return (
    <ReflectionsOf sessionId={over.sessionId}>
      <AfterTools
        code={code}
        reading={reading}
        support={view?.support ?? null}
        language={language}
        over={over}
      >
        <div className={styles.page} data-reading={reading} data-letters={letters}>
          <Goodbye
            promise={view?.promise ?? null}
            said={{ lang: language, dir: directionOf(language) }}
            responses={over.responses}
            leaves={over.leaves}
          />
          <SupportBar />
        </div>
      </AfterTools>
    </ReflectionsOf>
  );
}
