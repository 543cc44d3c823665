import { Combobox, InputBase, Loader, useCombobox } from "@mantine/core";
import { useDebouncedValue } from "@mantine/hooks";
import { keepPreviousData, useQuery } from "@tanstack/react-query";
import { IconPlus } from "@tabler/icons-react";
import { type ReactNode, useState } from "react";
import { useTranslation } from "react-i18next";
import { trpc } from "#client/app/trpc.ts";
import { OrganisationCreateDialog } from "#client/features/organisations/organisation-create-dialog.tsx";
import { OrganisationText } from "#client/features/organisations/organisation-text.tsx";
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
  description?: ReactNode;
  error?: ReactNode;
  isRequired?: boolean;
};

const createValue = "create";

/** A picker over the whole directory: searches on the server while typing, enters a new organisation in place. */
export function OrganisationSelect(props: Props) {
  const {
    label,
    value,
    onChoose,
    kinds,
    excludedIds = [],
    canCreate = false,
    description,
    error,
    isRequired = false,
  } = props;
  const { t } = useTranslation();
  const combobox = useCombobox({ onDropdownClose: () => combobox.resetSelectedOption() });
  const [typed, setTyped] = useState<string | null>(null);
  const [newName, setNewName] = useState<string | null>(null);
  const [search] = useDebouncedValue(typed ?? "", 200);
  const input = { search, limit: 20, ...(kinds ? { kinds } : {}), ...(value === null ? {} : { include: [value] }) };
  const found = useQuery(trpc.organisation.options.queryOptions(input, { placeholderData: keepPreviousData }));
  const chosen = found.data?.find((option) => option.id === value);
  const options = (found.data ?? []).filter((option) => !excludedIds.includes(option.id));

  const choose = (organisation: OrganisationOption | null) => {
    setTyped(null);
    combobox.closeDropdown();
    onChoose(organisation);
  };
  const submit = (id: string) => {
    if (id !== createValue) return choose(options.find((option) => option.id === id) ?? null);
    combobox.closeDropdown();
    setNewName(typed ?? "");
  };

  return (
    <>
      <Combobox store={combobox} onOptionSubmit={submit}>
        <Combobox.Target>
          <InputBase
            label={label}
            description={description}
            error={error}
            required={isRequired}
            value={typed ?? chosen?.name ?? ""}
            placeholder={t("organisations:select.placeholder")}
            rightSection={
              found.isFetching ? (
                <Loader size={16} aria-hidden="true" />
              ) : value === null || isRequired ? (
                <Combobox.Chevron />
              ) : (
                <Combobox.ClearButton onClear={() => choose(null)} aria-label={t("organisations:select.clear")} />
              )
            }
            rightSectionPointerEvents={value === null || isRequired ? "none" : "all"}
            onChange={(event) => {
              setTyped(event.currentTarget.value);
              combobox.openDropdown();
              combobox.resetSelectedOption();
            }}
            onFocus={(event) => {
              event.currentTarget.select();
              combobox.openDropdown();
            }}
            onClick={() => combobox.openDropdown()}
            onBlur={() => {
              combobox.closeDropdown();
              setTyped(null);
            }}
          />
        </Combobox.Target>
        <Combobox.Dropdown>
          <Combobox.Options mah={320} style={{ overflowY: "auto" }} aria-label={label}>
            {options.map((option) => (
              <Combobox.Option key={option.id} value={option.id} active={option.id === value}>
                <OrganisationText organisation={option} />
              </Combobox.Option>
            ))}
            {options.length === 0 && found.data !== undefined ? (
              <Combobox.Empty>{t("ui:nothingFound.title")}</Combobox.Empty>
            ) : null}
            {canCreate ? (
              <Combobox.Option value={createValue}>
                <IconPlus size={15} aria-hidden="true" style={{ verticalAlign: "-2px" }} />{" "}
                {typed === null || typed.trim() === ""
                  ? t("organisations:select.create")
                  : t("organisations:select.createNamed", { name: typed.trim() })}
              </Combobox.Option>
            ) : null}
          </Combobox.Options>
        </Combobox.Dropdown>
      </Combobox>
      {canCreate ? (
        <OrganisationCreateDialog
          isOpen={newName !== null}
          name={newName ?? ""}
          kinds={kinds}
          onClose={() => setNewName(null)}
          onDone={(organisation) => {
            setNewName(null);
            choose(organisation);
          }}
        />
      ) : null}
    </>
  );
}
