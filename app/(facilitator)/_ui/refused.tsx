import { useTranslations } from "next-intl";
import type { ErrorCode } from "@/protocol/errors";

/** Why a command of this page did not happen, in words, with a way on. */
export function Refused({ code }: { code: ErrorCode | "unreachable" | undefined }) {
  const t = useTranslations("sessions");
  return (
    <p role="alert" className="error" hidden={!code}>
      {code && t(wordsFor(code))}{" "}
      {(code === "signed_out" || code === "not_allowed") && <a href="/sign-in">{t("refused.signIn")}</a>}
    </p>
  );
}

function wordsFor(code: ErrorCode | "unreachable") {
  if (code === "unreachable" || code === "overloaded" || code === "too_many_tries")
    return `refused.${code}` as const;
  if (code === "signed_out" || code === "not_allowed") return "refused.signed_out" as const;
  return "refused.other" as const;
}
