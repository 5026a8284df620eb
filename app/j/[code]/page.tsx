import type { Metadata } from "next";
import { cookies, headers } from "next/headers";
import { redirect } from "next/navigation";
import { bestOf } from "@/app/_client/followed";
import { followCookie, insideCookie, readingCookie, readingOf } from "@/app/_client/phone-cookies";
import { Messages } from "@/app/_ui/messages";
import { NoWayBack } from "@/app/j/[code]/_ui/leave-back";
import { NoClass } from "@/app/j/[code]/_ui/no-class";
import { Over } from "@/app/j/[code]/over";
import { Phone } from "@/app/j/[code]/phone";
import { codeDigits, digitsOf, shortened } from "@/app/j/code";
import { languageTag } from "@/protocol/languages";
import { languages } from "@/protocol/limits";
import { addressHeader, getApp } from "@/server/app";

export const metadata: Metadata = { robots: { index: false, follow: false } };

type Props = { params: Promise<{ code: string }>; searchParams: Promise<{ in?: string | string[] }> };

export default async function Page({ params, searchParams }: Props) {
  const typed = written((await params).code);
  const code = digitsOf(typed);
  if (code.length !== codeDigits) redirect(`/?code=${encodeURIComponent(shortened(typed))}`);
  if (code !== typed) redirect(`/j/${code}`);

  const asking = await headers();
  const jar = await cookies();
  const address = asking.get(addressHeader) ?? "unknown";
  const { join } = getApp().queries;
  const chosen = languageTag.safeParse(jar.get(followCookie)?.value).data;
  const wanted = asking.get("accept-language");
  let joining = await join(code, { address }, chosen ?? "");
  if (joining.outcome === "in" && !chosen) {
    // Which languages a class has is known only inside.
    const best = bestOf(wanted, joining.view.languages);
    if (best && best !== joining.view.language) joining = await join(code, { address }, best);
  }
  const reading = readingOf(jar.get(readingCookie)?.value);

  switch (joining.outcome) {
    case "in":
      return (
        <Messages of="phone">
          <NoWayBack code={code} />
          <Phone
            code={code}
            sessionId={joining.sessionId}
            ticket={joining.ticket}
            view={joining.view}
            language={
              chosen ??
              bestOf(wanted, joining.view.languages) ??
              bestOf(wanted, languages) ??
              joining.view.language
            }
            inside={(await searchParams).in === "1" || jar.get(insideCookie)?.value === code}
            reading={reading}
          />
        </Messages>
      );
    case "ended":
      return (
        <Messages of="phone">
          <NoWayBack code={code} />
          <Over code={code} view={joining.view} reading={reading} />
        </Messages>
      );
    case "unknown":
    case "full":
    case "throttled":
      return <NoClass code={code} outcome={joining.outcome} />;
  }
}

/** The code as it stands in the address, also when somebody typed an Arabic one or a space there. */
function written(segment: string): string {
  try {
    return decodeURIComponent(segment);
  } catch {
    return segment;
  }
}
