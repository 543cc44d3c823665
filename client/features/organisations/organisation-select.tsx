import { Combobox, InputBase, Loader } from "@mantine/core";
import type { ReactNode } from "react";
import { useTranslation } from "react-i18next";
import { OrganisationCreateDialog } from "#client/features/organisations/organisation-create-dialog.tsx";
import { OrganisationOptionList } from "#client/features/organisations/organisation-option-list.tsx";
import { useOrganisationPicker } from "#client/features/organisations/use-organisation-picker.ts";
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
  const picker = useOrganisationPicker({ value, kinds, excludedIds: props.excludedIds ?? [], onChoose });
  const { combobox, found } = picker;
  const isClearable = value !== null && !isRequired;
  const names = isLabelHidden
    ? { "aria-label": label, placeholder: label }
    : { label, placeholder: t("organisations:select.placeholder") };
  const clear = (
    <Combobox.ClearButton onClear={() => picker.choose(null)} aria-label={t("organisations:select.clear")} />
  );
  return (
    <>
      <Combobox store={combobox} onOptionSubmit={picker.submit}>
        <Combobox.Target>
          <InputBase
            {...names}
            description={props.description}
            error={props.error}
            required={isRequired}
            value={picker.shown}
            rightSection={
              found.isFetching ? <Loader size={16} aria-hidden="true" /> : isClearable ? clear : <Combobox.Chevron />
            }
            rightSectionPointerEvents={isClearable ? "all" : "none"}
            onChange={(event) => picker.type(event.currentTarget.value)}
            onFocus={(event) => event.currentTarget.select()}
            onClick={() => combobox.openDropdown()}
            onBlur={picker.leave}
          />
        </Combobox.Target>
        <Combobox.Dropdown>
          <OrganisationOptionList {...found} label={label} value={value} canCreate={canCreate} typed={picker.typed} />
        </Combobox.Dropdown>
      </Combobox>
      {canCreate ? (
        <OrganisationCreateDialog
          isOpen={picker.newName !== null}
          name={picker.newName ?? ""}
          kinds={kinds}
          offersOwnCluster={props.offersOwnCluster ?? true}
          onClose={picker.cancelNew}
          onDone={picker.choose}
        />
      ) : null}
    </>
  );
}
