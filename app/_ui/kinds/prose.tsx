import type { Html } from "@/protocol/kinds/base";

/** Text that our own Markdown renderer made on the server; see `html` in the protocol. */
export function Prose({ html, className = "", lang }: { html: Html; className?: string; lang?: string }) {
  if (html === "") return null;
  return <div className={`prose ${className}`} lang={lang} dangerouslySetInnerHTML={{ __html: html }} />;
}
