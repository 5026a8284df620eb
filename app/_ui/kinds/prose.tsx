import type { Html } from "@/protocol/kinds/base";

type Props = { html: Html; className?: string; lang?: string; dir?: "ltr" | "rtl" };

/** Text that our own Markdown renderer made on the server; see `html` in the protocol. */
export function Prose({ html, className = "", lang, dir }: Props) {
  if (html === "") return null;
  return (
    <div className={`prose ${className}`} lang={lang} dir={dir} dangerouslySetInnerHTML={{ __html: html }} />
  );
}
