import { useMemo } from "react";
import { useTranslation } from "react-i18next";
import { useReviseOrganisation } from "#client/features/organisations/use-revise-organisation.ts";
import type { PresentRow } from "#client/lib/use-inline-edit.ts";
import { InlineField } from "#client/ui/inline-field.tsx";
import type { OrganisationView } from "#shared/features/organisations/organisation-views.ts";

type TextName = Exclude<
  keyof { [Name in keyof OrganisationView as OrganisationView[Name] extends string | null ? Name : never]: true },
  "id" | "source" | "countryImported"
>;

type Props = {
  organisation: OrganisationView;
  name: TextName;
  /** Makes the field a choice among these. */
  options?: readonly { value: string; label: string }[];
  isLong?: boolean;
  isLabelHidden?: boolean;
  maxLength?: number;
  /** Language of the value, BCP 47. */
  lang?: string | null;
  /** Makes what was typed into what is sent. */
  write?: (value: string | null) => string | null;
};

// These are never missing; emptied, they are sent as an empty text, and the server says what it thinks of it.
const alwaysText = new Set<TextName>(["name", "profile", "kind"]);

/** One text or choice of an organisation, edited where it stands. */
export function OrganisationField({ organisation, name, options, isLong = false, lang, write, ...rest }: Props) {
  const { t } = useTranslation();
  const revise = useReviseOrganisation(organisation);
  const format = useMemo(() => (lang ? (text: string | null) => <span lang={lang}>{text}</span> : undefined), [lang]);
  const value = organisation[name] === "" ? null : organisation[name];
  // What nobody has stated is of use only to whoever can state it.
  if (value === null && !organisation.may.revise) return null;
  const save = (typed: string | null, present?: PresentRow) => {
    const next = write === undefined ? typed : write(typed);
    return revise({ [name]: next ?? (alwaysText.has(name) ? "" : null) }, present);
  };
  const common = {
    ...rest,
    ...(format === undefined ? {} : { format }),
    label: t(`organisations:field.${name}`),
    name,
    value,
    onSave: save,
    canEdit: organisation.may.revise,
  };
  if (options === undefined) return <InlineField {...common} variant={isLong ? "long-text" : "text"} />;
  const none = alwaysText.has(name) ? [] : [{ value: "", label: t("common:notSet") }];
  return <InlineField {...common} variant="select" options={[...none, ...options]} />;
}
