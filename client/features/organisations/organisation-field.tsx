import type { ReactNode } from "react";
import { useTranslation } from "react-i18next";
import { useReviseOrganisation } from "#client/features/organisations/use-revise-organisation.ts";
import type { PresentRow } from "#client/lib/use-inline-edit.ts";
import { InlineField } from "#client/ui/inline-field.tsx";
import type { OrganisationView } from "#shared/features/organisations/organisation-views.ts";

type TextName =
  | "kind"
  | "activityType"
  | "size"
  | "name"
  | "shortName"
  | "nativeName"
  | "nativeLanguage"
  | "country"
  | "region"
  | "city"
  | "address"
  | "website"
  | "vatNumber"
  | "pic"
  | "registrationNumber"
  | "profile";

type Props = {
  organisation: OrganisationView;
  name: TextName;
  /** Makes the field a choice among these. */
  options?: readonly { value: string; label: string }[];
  isLong?: boolean;
  isLabelHidden?: boolean;
  maxLength?: number;
  /** How a value reads, where it is more than its text. */
  format?: (value: string | null) => ReactNode;
  /** Makes what was typed into what is sent. */
  write?: (value: string | null) => string | null;
};

// These are never missing; emptied, they are sent as an empty text, and the server says what it thinks of it.
const alwaysText: readonly TextName[] = ["name", "profile", "kind"];

/** One text or choice of an organisation, edited where it stands. */
export function OrganisationField({
  organisation,
  name,
  options,
  isLong = false,
  isLabelHidden,
  maxLength,
  format,
  write = (value) => value,
}: Props) {
  const { t } = useTranslation();
  const revise = useReviseOrganisation(organisation);
  const value = organisation[name] === "" ? null : organisation[name];
  const save = (typed: string | null, present?: PresentRow) => {
    const next = write(typed);
    return revise(name, (next ?? (alwaysText.includes(name) ? "" : null)) as never, present);
  };
  const common = {
    label: t(`organisations:field.${name}`),
    name,
    value,
    onSave: save,
    canEdit: organisation.may.revise,
    ...(isLabelHidden === undefined ? {} : { isLabelHidden }),
    ...(maxLength === undefined ? {} : { maxLength }),
    ...(format === undefined ? {} : { format }),
  };
  if (options === undefined) return <InlineField {...common} variant={isLong ? "long-text" : "text"} />;
  const isOptional = !alwaysText.includes(name);
  return (
    <InlineField
      {...common}
      variant="select"
      options={isOptional ? [{ value: "", label: t("common:notSet") }, ...options] : options}
    />
  );
}
