import { useTranslation } from "react-i18next";
import type { Typist } from "#client/lib/typing-port.ts";
import { useFormat } from "#client/lib/use-format.ts";
import classes from "#client/ui/typing-note.module.css";

/** Who else writes in this field at the moment, by name beside the person's colour; nothing when nobody does. */
export function TypingNote({ typists }: { typists: readonly Typist[] }) {
  const { t } = useTranslation();
  const format = useFormat();
  const [first] = typists;
  if (first === undefined) return null;
  const names = format.list(typists.map(({ name }) => name));
  return (
    <span className={classes["note"]} data-person-colour={first.colour}>
      <span className={classes["dots"]} aria-hidden="true" />
      {t("ui:typing", { names, count: typists.length })}
    </span>
  );
}
