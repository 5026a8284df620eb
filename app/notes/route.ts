import { nonceHeader } from "@/server/app";

/**
 * The neutral page that a parent leaves to: an empty sheet to write on, which is
 * what it says it is. Nothing of the class stands in it, no name, no icon, and
 * nothing that is written there is kept.
 */
const words = {
  en: { title: "Notes", placeholder: "Write here" },
  es: { title: "Notas", placeholder: "Escribe aquí" },
};

// Again here, since a phone may come by the plain link, or have written something in its last moment.
const clear = `try{for(const k of Object.keys(localStorage))if(k.startsWith("attune:")){const m=/^attune:code:(\\d+)$/.exec(k);
if(m)for(const n of ["attune_in","attune_follow"])document.cookie=n+"=; Path=/j/"+m[1]+"; Max-Age=0";localStorage.removeItem(k)}sessionStorage.clear()}catch{}`;

const style = `:root{color-scheme:light dark}html,body{height:100%;margin:0}
textarea{display:block;box-sizing:border-box;width:100%;height:100%;padding:1.25rem;border:0;outline-offset:-4px;resize:none;background:Canvas;color:CanvasText;font:1.125rem/1.6 system-ui,sans-serif}`;

export function GET(request: Request): Response {
  const language = /^\s*es\b/i.test(request.headers.get("accept-language") ?? "") ? "es" : "en";
  const { title, placeholder } = words[language];
  const nonce = request.headers.get(nonceHeader) ?? "";
  const page = `<!doctype html><html lang="${language}"><head><meta charset="utf-8">
<meta name="viewport" content="width=device-width,initial-scale=1"><meta name="robots" content="noindex">
<title>${title}</title><link rel="icon" href="data:,"><style nonce="${nonce}">${style}</style><script nonce="${nonce}">${clear}</script></head>
<body><textarea aria-label="${title}" placeholder="${placeholder}" autocomplete="off"></textarea></body></html>`;
  return new Response(page, {
    headers: { "Content-Type": "text/html; charset=utf-8", "Cache-Control": "no-store" },
  });
}
