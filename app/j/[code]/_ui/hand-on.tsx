import { useTranslations } from "next-intl";

/** In the menu: one phone for several people, each with a page of their own. */
export function HandOn({ onPress }: { onPress: () => void }) {
  const t = useTranslations("phone");
  return (
    <button type="button" className="button quiet" aria-haspopup="dialog" onClick={onPress}>
      {t("handOn.open")}
    </button>
  );
}
