import { useCombobox } from "@mantine/core";
import { useState } from "react";
import { useOrganisationOptions } from "#client/features/organisations/use-organisation-options.ts";
import type { OrganisationOption } from "#shared/features/organisations/organisation-views.ts";
import type { OrganisationKind } from "#shared/features/organisations/organisation-words.ts";

/** The value of the option that enters a new organisation. */
export const createOption = "create";

type Options = {
  value: string | null;
  kinds: OrganisationKind[] | undefined;
  excludedIds: readonly string[];
  onChoose: (organisation: OrganisationOption | null) => void;
};

/** What a picker of organisations holds and does: text typed so far, options for it, choosing, leaving, entering a new one. */
export function useOrganisationPicker({ value, kinds, excludedIds, onChoose }: Options) {
  const combobox = useCombobox({ onDropdownClose: () => combobox.resetSelectedOption() });
  const [typed, setTyped] = useState<string | null>(null);
  const [newName, setNewName] = useState<string | null>(null);
  const found = useOrganisationOptions({ typed: typed ?? "", value, kinds, excludedIds });
  const choose = (organisation: OrganisationOption | null) => {
    setTyped(null);
    setNewName(null);
    combobox.closeDropdown();
    onChoose(organisation);
  };
  return {
    combobox,
    found,
    typed: typed ?? "",
    /** What stands in the input: what is being typed, else the name of what is chosen. */
    shown: typed ?? found.chosen?.name ?? "",
    /** Name of an organisation about to be entered; null while the dialog for it is closed. */
    newName,
    choose,
    submit: (id: string) => {
      if (id !== createOption) return choose(found.options.find((option) => option.id === id) ?? null);
      combobox.closeDropdown();
      setNewName(typed ?? "");
    },
    type: (text: string) => {
      setTyped(text);
      combobox.openDropdown();
      combobox.resetSelectedOption();
    },
    leave: () => {
      combobox.closeDropdown();
      setTyped(null);
    },
    cancelNew: () => setNewName(null),
  };
}
