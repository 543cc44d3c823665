import { Button } from "@mantine/core";
import { useTranslation } from "react-i18next";
import { NewOrganisationFields } from "#client/features/invitations/new-organisation-fields.tsx";
import type { InvitationDraft } from "#client/features/invitations/use-invitation-draft.ts";
import { OrganisationSelect } from "#client/features/organisations/organisation-select.tsx";

type Props = {
  draft: InvitationDraft;
  errors: Record<string, string>;
  onChange: (part: Partial<InvitationDraft>) => void;
};

/** Which organisation is invited: one of the directory, found by name, VAT number or PIC, or one that is entered here. */
export function InvitedOrganisationField({ draft, errors, onChange }: Props) {
  const { t } = useTranslation();
  const { newOrganisation, organisationId } = draft;
  if (newOrganisation !== null)
    return (
      <NewOrganisationFields
        organisation={newOrganisation}
        errors={errors}
        onChange={(changed) => onChange({ newOrganisation: changed })}
        onUse={(id) => onChange({ organisationId: id, newOrganisation: null })}
        onBack={() => onChange({ newOrganisation: null })}
      />
    );
  const begin = () =>
    onChange({
      organisationId: null,
      newOrganisation: { name: "", kind: "enterprise", country: null, vatNumber: "", pic: "" },
    });
  return (
    <>
      <OrganisationSelect
        label={t("participants:organisation")}
        description={t("invitations:form.find")}
        value={organisationId}
        onChoose={(chosen) => onChange({ organisationId: chosen?.id ?? null })}
        error={errors["organisationId"]}
        isRequired
      />
      <Button variant="subtle" size="xs" onClick={begin} px={0} style={{ alignSelf: "flex-start" }}>
        {t("invitations:form.enterNew")}
      </Button>
    </>
  );
}
