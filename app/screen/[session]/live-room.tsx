"use client";
import { useTranslations } from "next-intl";
import { useQuestionList } from "@/app/_client/question-list";
import { useFullScreen } from "@/app/_client/use-full-screen";
import { useIdle } from "@/app/_client/use-idle";
import { useLive } from "@/app/_client/use-live";
import { useWakeLock } from "@/app/_client/use-wake-lock";
import { QrCode } from "@/app/_ui/qr-code";
import { joinLink } from "@/app/screen/_ui/address";
import { Room } from "@/app/screen/_ui/room";
import styles from "@/app/screen/_ui/room.module.css";
import type { ScreenView } from "@/protocol/views";

/** The room's picture, in step with its session. */
export function LiveRoom({ screenKey, initial }: { screenKey: string; initial: ScreenView }) {
  const t = useTranslations("screen");
  const { state, live } = useLive<ScreenView>(() => ({ as: "screen", key: screenKey }), initial);
  const { full, possible, toggle } = useFullScreen();
  const idle = useIdle();
  useWakeLock(state.view.status !== "ended");
  const { view, counted } = state;
  const { questions } = useQuestionList(view.questionsShown ? live : null, state.questionsChanged);
  return (
    <div className={styles.live} data-idle={idle}>
      <Room
        view={view}
        skew={state.skew}
        phones={state.link === "connecting" ? null : state.phones}
        responses={counted && counted.promptId === view.prompt?.id ? counted.responses : null}
        questions={questions}
        facilitatorHere={state.facilitatorHere}
        link={state.link}
        // Drawn from the live view: the code or the address may change while the page stands.
        qr={view.code && <QrCode text={joinLink(view.joinUrl, view.code)} label={t("qrLabel")} />}
      >
        {possible && (
          <div className={styles.controls}>
            <button type="button" onClick={toggle} aria-keyshortcuts="F">
              {full ? t("fullScreenLeave") : t("fullScreen")}
            </button>
          </div>
        )}
      </Room>
    </div>
  );
}
