import { headers } from "next/headers";
import { noWayBackScript } from "@/app/_client/leave";
import { nonceHeader } from "@/server/app";

/** For whoever left quickly and presses Back; in the page's own HTML, so that nothing is seen before. */
export async function NoWayBack({ code }: { code: string }) {
  const nonce = (await headers()).get(nonceHeader) ?? undefined;
  return <script nonce={nonce} dangerouslySetInnerHTML={{ __html: noWayBackScript(code) }} />;
}
