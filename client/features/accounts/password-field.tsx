import { PasswordInput } from "@mantine/core";
import { type ReactNode, useState } from "react";
import { useTranslation } from "react-i18next";

type Props = {
  label: string;
  value: string;
  onChange: (value: string) => void;
  error?: ReactNode;
  /** A password to be chosen: shows how long it must be, and lets password managers offer one. */
  isNew?: boolean;
};

/** A password, hidden until the person asks to see it. */
export function PasswordField({ label, value, onChange, error, isNew = false }: Props) {
  const { t } = useTranslation();
  const [isShown, setShown] = useState(false);
  return (
    <PasswordInput
      label={label}
      value={value}
      onChange={(event) => onChange(event.currentTarget.value)}
      error={error}
      {...(isNew ? { description: t("accounts:passwordHint") } : {})}
      inputWrapperOrder={["label", "input", "description", "error"]}
      autoComplete={isNew ? "new-password" : "current-password"}
      visible={isShown}
      onVisibilityChange={setShown}
      visibilityToggleButtonProps={{
        "aria-label": t(isShown ? "accounts:hidePassword" : "accounts:showPassword"),
        tabIndex: 0,
      }}
      maxLength={512}
      required
    />
  );
}
