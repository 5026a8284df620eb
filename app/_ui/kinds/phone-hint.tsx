import dynamic from "next/dynamic";
import type { ComponentType } from "react";
import type { Kind } from "@/protocol/kinds";

const Nothing = () => null;

// Next names the files of these in the page's head; what is drawn comes from phone.tsx.
const hints: { [K in Kind]?: ComponentType } = {
  choice: dynamic(() => import("@/app/_ui/kinds/choice/phone").then(() => Nothing)),
  sort: dynamic(() => import("@/app/_ui/kinds/sort/phone").then(() => Nothing)),
  scale: dynamic(() => import("@/app/_ui/kinds/scale/phone").then(() => Nothing)),
  continuum: dynamic(() => import("@/app/_ui/kinds/continuum/phone").then(() => Nothing)),
  words: dynamic(() => import("@/app/_ui/kinds/words/phone").then(() => Nothing)),
  open: dynamic(() => import("@/app/_ui/kinds/open/phone").then(() => Nothing)),
  rank: dynamic(() => import("@/app/_ui/kinds/rank/phone").then(() => Nothing)),
  reflect: dynamic(() => import("@/app/_ui/kinds/reflect/phone").then(() => Nothing)),
  pause: dynamic(() => import("@/app/_ui/kinds/pause/phone").then(() => Nothing)),
  pair: dynamic(() => import("@/app/_ui/kinds/pair/phone").then(() => Nothing)),
};

/** Has the code of a kind fetched with the page's own, not after it. Draws nothing. */
export function KindHint({ kind }: { kind: Kind }) {
  const Hint = typeof window === "undefined" ? hints[kind] : undefined;
  return Hint ? <Hint /> : null;
}
