import { noWayBackScript } from "@/app/_client/leave";

/** For whoever left quickly and presses Back; in the page's own HTML, so that nothing is seen before. */
export function NoWayBack({ code }: { code: string }) {
  return <script dangerouslySetInnerHTML={{ __html: noWayBackScript(code) }} />;
}
