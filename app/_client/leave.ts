import { followCookie, insideCookie, readingCookie } from "@/app/_client/phone-cookies";

/** Every key of ours begins so. */
const ours = "attune:";
const codeKey = `${ours}code:`;
const cookies = [insideCookie, followCookie, readingCookie, "attune_language"];

/** Takes everything away that this phone kept of any class. */
export function clearTraces(): void {
  const paths = new Set(["/"]);
  try {
    for (const name of Object.keys(localStorage)) {
      if (name.startsWith(codeKey)) paths.add(`/j/${name.slice(codeKey.length)}`);
      if (name.startsWith(ours)) localStorage.removeItem(name);
    }
    sessionStorage.clear();
  } catch {
    // Where nothing may be stored, nothing was.
  }
  if (location.pathname.startsWith("/j/")) paths.add(location.pathname);
  for (const path of paths) for (const name of cookies) clearCookie(name, path);
}

function clearCookie(name: string, path: string): void {
  // biome-ignore lint/suspicious/noDocumentCookie: the Cookie Store API is absent over plain http
  document.cookie = `${name}=; Path=${path}; Max-Age=0; SameSite=Lax`;
}

/** For this long what waits may still go out. */
const outboxMs = 350;
/** A neutral page that takes longer than this is not waited for. */
const pageMs = 2500;

export type Leaving = {
  code: string;
  /** What to call the page meanwhile. */
  title: string;
  /** Whether our own neutral page can be had just now. */
  reachable: boolean;
  /** Sends what waits; settles when it is done, at once when nothing does. */
  send: () => Promise<unknown>;
  /** Ends the connection. */
  close: () => void;
};

/**
 * Away from the class at once. The page is empty from the first moment; what
 * waits is sent if that is quick; then every trace goes, and this entry of the
 * history becomes the neutral page's.
 */
export async function leave({ code, title, reachable, send, close }: Leaving): Promise<void> {
  document.documentElement.hidden = true;
  document.title = title;
  window.speechSynthesis?.cancel();
  await Promise.race([send().catch(() => {}), wait(outboxMs)]);
  close();
  clearTraces();
  // An answer of the server that was on its way could still have been written down.
  window.addEventListener("pagehide", clearTraces);
  if (reachable) {
    location.replace(`/j/${code}/leave`);
    await wait(pageMs);
  }
  location.replace("about:blank");
}

const wait = (ms: number) => new Promise((resolve) => setTimeout(resolve, ms));

/** Tells when a key is pressed twice in a row, by the times of its presses in ms. */
export function createTwice(within = 700): (at: number) => boolean {
  let last = Number.NEGATIVE_INFINITY;
  return (at) => {
    const twice = at - last <= within;
    last = twice ? Number.NEGATIVE_INFINITY : at;
    return twice;
  };
}

/**
 * A script for the head of the page, which runs before anything of it is seen:
 * whoever left quickly and presses Back comes to the entrance, not into the class.
 * Nothing is kept to know them by; they are known by what this phone has not.
 */
export function noWayBackScript(code: string): string {
  if (!/^\d+$/.test(code)) return "";
  return `(function(){function go(){try{if(localStorage.getItem("${codeKey}${code}"))return}catch(e){}document.documentElement.hidden=true;location.replace("/")}
var n=performance.getEntriesByType("navigation")[0];if(n&&n.type==="back_forward")go();
addEventListener("pageshow",function(e){if(e.persisted)go()})})()`;
}
