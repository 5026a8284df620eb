import { useTranslations } from "next-intl";
import { CodeForm } from "@/app/_ui/code-form";
import { Door } from "@/app/_ui/door";
import { LanguageSwitch } from "@/app/_ui/language-switch";
import { Messages } from "@/app/_ui/messages";
import { AtTheDoor } from "@/app/j/[code]/after-tools";
import { spaced } from "@/app/j/code";

type Props = { code: string; outcome: "unknown" | "full" | "throttled" };

/** A code that leads nowhere just now: why, and the way on. */
export function NoClass(props: Props) {
  return (
    <Messages of="phone">
      <AtTheDoor code={props.code}>
        <Said {...props} />
      </AtTheDoor>
    </Messages>
  );
}

function Said({ code, outcome }: Props) {
  const t = useTranslations("home");
  const foot = <LanguageSwitch back={`/j/${code}`} />;
  if (outcome === "unknown")
    return (
      <Door title={t("unknownTitle")} foot={foot}>
        <CodeForm typed={spaced(code)} problem={t("unknownProblem", { code: spaced(code) })} />
        <p>{t("unknownText")}</p>
      </Door>
    );
  return (
    <Door title={t(`${outcome}Title`)} foot={foot}>
      <p>{t(`${outcome}Text`)}</p>
      <a href={`/j/${code}`} className="button">
        {t("tryAgain")}
      </a>
      <p>
        <a href="/">{t("otherCode")}</a>
      </p>
    </Door>
  );
}
