import { useTranslations } from "next-intl";
import { lazy, Suspense } from "react";
import { joinLink } from "@/app/screen/_ui/address";
import type { ConsoleView } from "@/protocol/views";

const QrCode = lazy(async () => ({ default: (await import("@/app/_ui/qr-code")).QrCode }));

/** The join link as a QR code; what draws it is loaded after the console itself. */
export function JoinQr({ view }: { view: Pick<ConsoleView, "code" | "joinUrl"> }) {
  const t = useTranslations("screen");
  if (!view.code) return null;
  return (
    <Suspense fallback={null}>
      <QrCode text={joinLink(view.joinUrl, view.code)} label={t("qrLabel")} />
    </Suspense>
  );
}
