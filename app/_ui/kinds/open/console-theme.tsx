import { useTranslations } from "next-intl";
import { type FormEvent, useState } from "react";
import type { Desk } from "@/app/_ui/kinds/console-props";
import styles from "@/app/_ui/kinds/open/board.module.css";
import { makeThemeId } from "@/app/_ui/kinds/open/themes";
import type { Theme } from "@/protocol/kinds/open";
import { limits } from "@/protocol/limits";

/** The id is kept until the theme is there, so that pressing twice makes one. */
export function NewTheme({ themes, desk }: { themes: Theme[]; desk: Desk }) {
  const t = useTranslations("console.cards.board");
  const [id, setId] = useState(() => makeThemeId());
  const [name, setName] = useState("");
  const full = themes.length >= limits.themes;
  if (themes.some((theme) => theme.id === id)) {
    setId(makeThemeId());
    setName("");
  }
  const onSubmit = (event: FormEvent) => {
    event.preventDefault();
    const wanted = name.trim();
    if (wanted !== "" && !full) desk.addTheme(id, wanted);
  };
  return (
    <form className={styles.form} onSubmit={onSubmit}>
      <label htmlFor="new-theme">{t("new")}</label>
      <input
        id="new-theme"
        className="field"
        value={name}
        maxLength={limits.theme}
        autoComplete="off"
        placeholder={t("newExample")}
        aria-describedby={full ? "themes-full" : undefined}
        onChange={(event) => setName(event.target.value)}
      />
      <button type="submit" className="button quiet" aria-disabled={full || name.trim() === ""}>
        {t("add")}
      </button>
      {full && (
        <p id="themes-full" className={styles.quiet}>
          {t("full", { most: limits.themes })}
        </p>
      )}
    </form>
  );
}

type HeadProps = {
  theme: Theme;
  count: number;
  desk: Desk;
  /** Whether its cards are laid out; on a wide board they always are. */
  open: boolean;
  onOpen: (open: boolean) => void;
};

/** A theme's name, how many cards it has, and what can be done with it. */
export function ThemeHead({ theme, count, desk, open, onOpen }: HeadProps) {
  const t = useTranslations("console.cards");
  const [renaming, setRenaming] = useState(false);
  if (renaming) return <Rename theme={theme} desk={desk} onDone={() => setRenaming(false)} />;
  return (
    <header className={styles.themeHead}>
      <h3 dir="auto">
        {theme.name} <small>{t("count", { count })}</small>
      </h3>
      <div className={styles.themeTools}>
        <button
          type="button"
          className={styles.fold}
          aria-expanded={open}
          aria-label={t("board.fold", { theme: theme.name })}
          onClick={() => onOpen(!open)}
        >
          {t(open ? "board.closeCards" : "board.openCards")}
        </button>
        <button
          type="button"
          aria-label={t("board.renameNamed", { theme: theme.name })}
          onClick={() => setRenaming(true)}
        >
          {t("board.rename")}
        </button>
        <button
          type="button"
          aria-label={t("board.removeNamed", { theme: theme.name })}
          onClick={() => desk.removeTheme(theme.id)}
        >
          {t("board.remove")}
        </button>
      </div>
    </header>
  );
}

function Rename({ theme, desk, onDone }: { theme: Theme; desk: Desk; onDone: () => void }) {
  const t = useTranslations("console.cards.board");
  const [name, setName] = useState(theme.name);
  const save = (event: FormEvent) => {
    event.preventDefault();
    const wanted = name.trim();
    if (wanted === "") return;
    if (wanted !== theme.name) desk.renameTheme(theme.id, wanted);
    onDone();
  };
  return (
    <form
      className={styles.rename}
      onSubmit={save}
      onKeyDown={(event) => {
        if (event.key === "Escape") onDone();
      }}
    >
      <input
        className="field"
        aria-label={t("renameNamed", { theme: theme.name })}
        value={name}
        maxLength={limits.theme}
        // biome-ignore lint/a11y/noAutofocus: whoever pressed "rename" wants to type here
        autoFocus
        onFocus={(event) => event.target.select()}
        onChange={(event) => setName(event.target.value)}
      />
      <button type="submit" className="button quiet">
        {t("save")}
      </button>
      <button type="button" className="button quiet" onClick={onDone}>
        {t("cancel")}
      </button>
    </form>
  );
}
