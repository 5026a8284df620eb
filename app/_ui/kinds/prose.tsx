import type { Html } from "@/protocol/kinds/base";

/** Text that our own Markdown renderer made on the server; see `html` in the protocol. */
export function Prose({ html, className = "" }: { html: Html; className?: string }) {
  if (html === "") return null;
  return <div className={`prose ${className}`} dangerouslySetInnerHTML={{ __html: html }} />;
}
