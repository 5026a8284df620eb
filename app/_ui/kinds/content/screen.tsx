import { Prose } from "@/app/_ui/kinds/prose";
import type { ScreenProps } from "@/app/_ui/kinds/screen-props";

export function ContentScreen({ slide }: ScreenProps<"content">) {
  return <Prose html={slide.body} />;
}
