import type { ReactNode } from "react";
import { Messages } from "@/app/_ui/messages";
import { OwnSample } from "@/app/dev/screens/_phone/own";

const own = (state: string, reading?: "largest") => () => (
  <Messages of={["phone", "own"]}>
    <OwnSample state={state} {...(reading && { reading })} />
  </Messages>
);

/** What the class knows of a phone. */
export const ownScreens: Record<string, () => ReactNode> = {
  "phone-own": own("whole"),
  "phone-own-reading": own("reading"),
  "phone-own-offline": own("offline"),
  "phone-own-gone": own("gone"),
  "phone-own-over": own("over"),
  "phone-own-arabic": own("arabic"),
  "phone-own-nothing": own("nothing"),
  "phone-own-confirm": own("confirm"),
  "phone-own-largest": own("whole", "largest"),
  "phone-own-confirm-largest": own("confirm", "largest"),
};
