import { CloseButton, TextInput } from "@mantine/core";
import { IconSearch } from "@tabler/icons-react";
import { useEffect, useState } from "react";
import { useTranslation } from "react-i18next";

type Props = {
  /** The text in force, as a rule from the address. */
  value: string;
  onSearch: (text: string) => void;
  label?: string;
  delay?: number;
};

/** A search field that reports its text a moment after the last key, at once on Enter, and follows the address. */
export function SearchField({ value, onSearch, label, delay = 250 }: Props) {
  const { t } = useTranslation();
  const [typed, setTyped] = useState(value);
  const [known, setKnown] = useState(value);
  if (value !== known) {
    setKnown(value);
    if (value !== typed.trim()) setTyped(value);
  }
  const name = label ?? t("ui:search");
  useEffect(() => {
    if (typed.trim() === value) return;
    const timer = setTimeout(() => onSearch(typed.trim()), delay);
    return () => clearTimeout(timer);
  }, [typed, value, onSearch, delay]);
  return (
    <TextInput
      type="search"
      role="searchbox"
      aria-label={name}
      placeholder={name}
      value={typed}
      maxLength={200}
      onChange={(event) => setTyped(event.currentTarget.value)}
      onKeyDown={(event) => {
        if (event.key === "Enter") onSearch(typed.trim());
      }}
      leftSection={<IconSearch size={17} aria-hidden="true" />}
      rightSection={typed === "" ? null : <CloseButton aria-label={t("ui:clearSearch")} onClick={() => setTyped("")} />}
      style={{ flex: "1 1 15rem", maxWidth: "24rem" }}
    />
  );
}
