import { NativeSelect, SimpleGrid, TextInput } from "@mantine/core";
import { useTranslation } from "react-i18next";
import type { InvitationDraft } from "#client/features/invitations/use-invitation-draft.ts";
import { invitedSeatRoles } from "#shared/features/invitations/invitation-words.ts";

type Props = {
  draft: InvitationDraft;
  errors: Record<string, string>;
  onChange: (part: Partial<InvitationDraft>) => void;
};

/** The first person of an organisation: the address, the name, and what the person may do there. */
export function InvitedPersonFields({ draft, errors, onChange }: Props) {
  const { t } = useTranslation();
  return (
    <>
      <SimpleGrid cols={{ base: 1, xs: 2 }} spacing="sm">
        <TextInput
          label={t("invitations:form.email")}
          type="email"
          value={draft.email}
          onChange={(event) => onChange({ email: event.currentTarget.value })}
          error={errors["email"]}
          autoComplete="off"
          autoCapitalize="none"
          spellCheck={false}
          maxLength={254}
          required
        />
        <TextInput
          label={t("invitations:form.personName")}
          value={draft.personName}
          onChange={(event) => onChange({ personName: event.currentTarget.value })}
          error={errors["personName"]}
          autoComplete="off"
          maxLength={120}
        />
      </SimpleGrid>
      <NativeSelect
        label={t("invitations:form.seat")}
        value={draft.seatRole}
        description={t(`accounts:roleText.${draft.seatRole}`)}
        inputWrapperOrder={["label", "input", "description", "error"]}
        data={invitedSeatRoles.map((value) => ({ value, label: t(`common:role.${value}`) }))}
        onChange={(event) =>
          onChange({ seatRole: invitedSeatRoles.find((role) => role === event.currentTarget.value) ?? "manager" })
        }
      />
    </>
  );
}
