import { useMutation } from "@tanstack/react-query";
import { trpc } from "#client/app/trpc.ts";
import { saveField } from "#client/lib/save-field.ts";
import type { PresentRow } from "#client/lib/use-inline-edit.ts";
import type { OrganisationPatch } from "#shared/features/organisations/organisation.ts";
import type { OrganisationView } from "#shared/features/organisations/organisation-views.ts";

/** Saves one field of an organisation (a patch of this one property) as the page shows it; after a conflict on top of `present`. */
export function useReviseOrganisation(organisation: OrganisationView) {
  const { mutateAsync } = useMutation(trpc.organisation.revise.mutationOptions());
  return (patch: OrganisationPatch, present?: PresentRow) =>
    saveField({
      name: Object.keys(patch)[0] ?? "",
      seen: organisation,
      present,
      send: (version) => mutateAsync({ id: organisation.id, version, patch }),
    });
}
