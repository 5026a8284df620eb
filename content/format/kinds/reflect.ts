import type { KindFormat } from "@/content/format/kinds";

export const reflect: KindFormat<"reflect"> = {
  read: (fields) => ({
    starter: fields.text("starter", 120) ?? "",
    intention: fields.flag("intention") ?? false,
  }),
  print: ({ starter, intention }) => ({
    ...(starter === "" ? {} : { starter }),
    ...(intention ? { intention } : {}),
  }),
};
