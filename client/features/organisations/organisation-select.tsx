import { Combobox, InputBase, Loader, useCombobox } from "@mantine/core";
import { type ReactNode, useState } from "react";
import { useTranslation } from "react-i18next";
import { OrganisationCreateDialog } from "#client/features/organisations/organisation-create-dialog.tsx";
import { createOption, OrganisationOptionList } from "#client/features/organisations/organisation-option-list.tsx";
import { useOrganisationOptions } from "#client/features/organisations/use-organisation-options.ts";
import type { OrganisationOption } from "#shared/features/organisations/organisation-views.ts";
import type { OrganisationKind } from "#shared/features/organisations/organisation-words.ts";

type Props = {
  label: string;
  /** Identifier of the chosen organisation. */
  value: string | null;
  onChoose: (organisation: OrganisationOption | null) => void;
  /** Offers these kinds only, e.g. clusters and associations. */
  kinds?: OrganisationKind[];
  /** Left out of the list: those chosen already. */
  excludedIds?: readonly string[];
  /** Lets a person enter an organisation that the directory does not know yet. */
  canCreate?: boolean;
  /** Whether an organisation entered here is offered to the acting cluster as a member. */
  offersOwnCluster?: boolean;
  /** Shows the label as placeholder only, for filter bars. */
  isLabelHidden?: boolean;
  description?: ReactNode;
  error?: ReactNode;
  isRequired?: boolean;
};

/** A picker over the whole directory: searches on the server while typing, enters a new organisation in place. */
export function OrganisationSelect(props: Props) {
  const { label, value, onChoose, kinds, canCreate = false, isLabelHidden = false, isRequired = false } = props;
  const { t } = useTranslation();
  const combobox = useCombobox({ onDropdownClose: () => combobox.resetSelectedOption() });
  const [typed, setTyped] = useState<string | null>(null);
  const [newName, setNewName] = useState<string | null>(null);
  const found = useOrganisationOptions({ typed: typed ?? "", value, kinds, excludedIds: props.excludedIds ?? [] });
  const isClearable = value !== null && !isRequired;

  const choose = (organisation: OrganisationOption | null) => {
    setTyped(null);
    setNewName(null);
    combobox.closeDropdown();
    onChoose(organisation);
  };
  const submit = (id: string) => {
    if (id !== createOption) return choose(found.options.find((option) => option.id === id) ?? null);
    combobox.closeDropdown();
    setNewName(typed ?? "");
  };
  const type = (text: string) => {
    setTyped(text);
    combobox.openDropdown();
    combobox.resetSelectedOption();
  };
  const leave = () => {
    combobox.closeDropdown();
    setTyped(null);
  };
  const clear = <Combobox.ClearButton onClear={() => choose(null)} aria-label={t("organisations:select.clear")} />;

  return (
    <>
      <Combobox store={combobox} onOptionSubmit={submit}>
        <Combobox.Target>
          <InputBase
            {...(isLabelHidden
              ? { "aria-label": label, placeholder: label }
              : { label, placeholder: t("organisations:select.placeholder") })}
            description={props.description}
            error={props.error}
            required={isRequired}
            value={typed ?? found.chosen?.name ?? ""}
            rightSection={
              found.isFetching ? <Loader size={16} aria-hidden="true" /> : isClearable ? clear : <Combobox.Chevron />
            }
            rightSectionPointerEvents={isClearable ? "all" : "none"}
            onChange={(event) => type(event.currentTarget.value)}
            onFocus={(event) => event.currentTarget.select()}
            onClick={() => combobox.openDropdown()}
            onBlur={leave}
          />
        </Combobox.Target>
        <Combobox.Dropdown>
          <OrganisationOptionList {...found} label={label} value={value} canCreate={canCreate} typed={typed ?? ""} />
        </Combobox.Dropdown>
      </Combobox>
      {canCreate ? (
        <OrganisationCreateDialog
          isOpen={newName !== null}
          name={newName ?? ""}
          kinds={kinds}
          offersOwnCluster={props.offersOwnCluster ?? true}
          onClose={() => setNewName(null)}
          onDone={choose}
        />
      ) : null}
    </>
  );
}
