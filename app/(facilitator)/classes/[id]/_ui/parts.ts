import type { ClassPage } from "@/protocol/classes";
import type { SlideView } from "@/protocol/kinds";

export type PlannedSlide = { slide: SlideView; minutes: number; number: number };
export type Part = { name: string; minutes: number; slides: PlannedSlide[] };

/** The slides by part, in the order of the class; a part that comes back later is one more part. */
export function partsOf({ slides, minutes }: Pick<ClassPage, "slides" | "minutes">): Part[] {
  const parts: Part[] = [];
  slides.forEach((slide, index) => {
    const planned = { slide, minutes: minutes[index] ?? 0, number: index + 1 };
    const last = parts.at(-1);
    if (last?.name === slide.part) {
      last.slides.push(planned);
      last.minutes += planned.minutes;
    } else parts.push({ name: slide.part, minutes: planned.minutes, slides: [planned] });
  });
  return parts;
}
