import { printItems } from "@/content/format/items";
import type { KindFormat } from "@/content/format/kinds";
import { limits } from "@/protocol/limits";

const usualPoints = 5;

export const scale: KindFormat<"scale"> = {
  read: (fields) => {
    const statements = fields.items("statements", { min: 1, max: limits.statements, textMax: 240 });
    const points = fields.number("points", { min: 2, max: limits.scalePoints, whole: true });
    const low = fields.text("low", 60);
    const high = fields.text("high", 60);
    const measure = fields.flag("measure");
    for (const [name, text] of Object.entries({ low, high }))
      if (!text && (text === "" || !fields.has(name)))
        fields.fault(name, `“${name}” is missing: the words at that end of the scale.`);
    if (!statements || !low || !high) return undefined;
    return { statements, points: points ?? usualPoints, low, high, measure: measure ?? false };
  },
  print: ({ statements, points, low, high, measure }) => ({
    statements: printItems("statements", statements),
    ...(points === usualPoints ? {} : { points }),
    low,
    high,
    ...(measure ? { measure } : {}),
  }),
};
