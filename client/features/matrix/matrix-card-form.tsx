import { Button, TextInput } from "@mantine/core";
import { useTranslation } from "react-i18next";
import classes from "#client/features/matrix/matrix.module.css";

type Props = {
  name: string;
  text: string;
  problem: string | null;
  onType: (text: string) => void;
  onSave: (text: string) => void;
  onCancel: () => void;
};

/** The field one cell becomes on a phone. */
export function MatrixCardForm({ name, text, problem, onType, onSave, onCancel }: Props) {
  const { t } = useTranslation();
  return (
    <li>
      <form
        className={classes["cardForm"]}
        onSubmit={(event) => {
          event.preventDefault();
          onSave(text);
        }}
      >
        <TextInput
          ref={focus}
          label={name}
          value={text}
          error={problem}
          inputMode="decimal"
          maxLength={40}
          onChange={(event) => onType(event.currentTarget.value)}
        />
        <Button type="submit">{t("common:save")}</Button>
        <Button variant="default" onClick={onCancel}>
          {t("common:cancel")}
        </Button>
      </form>
    </li>
  );
}

function focus(element: HTMLInputElement | null): void {
  element?.focus();
}
