import { useMutation } from "@tanstack/react-query";
import { useState } from "react";
import { useTranslation } from "react-i18next";
import { isLanguage } from "#client/app/i18n.ts";
import { trpc } from "#client/app/trpc.ts";
import { memberRoles } from "#shared/features/participants/participant-words.ts";
import type { OrganisationKind } from "#shared/features/organisations/organisation-words.ts";
import type { Language } from "#shared/languages.ts";

/** An organisation that is entered with its invitation. */
export type NewOrganisation = {
  name: string;
  kind: OrganisationKind;
  country: string | null;
  vatNumber: string;
  pic: string;
};

export type InvitationDraft = {
  organisationId: string | null;
  /** Null: one of the directory. */
  newOrganisation: NewOrganisation | null;
  role: (typeof memberRoles)[number];
  email: string;
  personName: string;
  seatRole: "manager" | "editor";
  language: Language;
  message: string;
};

const orNull = (text: string) => (text.trim() === "" ? null : text.trim());

/** An invitation as it is being written, and the way to send it; `isStaffed` organisations answer by their managers. */
export function useInvitationDraft(projectId: string, onDone: () => void) {
  const { i18n } = useTranslation();
  const [draft, setDraft] = useState<InvitationDraft>({
    organisationId: null,
    newOrganisation: null,
    role: "beneficiary",
    email: "",
    personName: "",
    seatRole: "manager",
    language: isLanguage(i18n.language) ? i18n.language : "en",
    message: "",
  });
  const send = useMutation(trpc.invitation.send.mutationOptions({ onSuccess: onDone }));
  const submit = (isStaffed: boolean) => {
    const { organisationId, newOrganisation, email, ...rest } = draft;
    const target =
      newOrganisation === null
        ? { organisationId: organisationId ?? undefined }
        : {
            newOrganisation: {
              ...newOrganisation,
              vatNumber: orNull(newOrganisation.vatNumber),
              pic: orNull(newOrganisation.pic),
            },
          };
    send.mutate({ projectId, ...rest, ...target, email: isStaffed ? null : orNull(email) });
  };
  return {
    draft,
    change: (part: Partial<InvitationDraft>) => setDraft((former) => ({ ...former, ...part })),
    submit,
    isPending: send.isPending,
    error: send.error,
  };
}
