import { useMutation } from "@tanstack/react-query";
import { useState } from "react";
import { trpc } from "#client/app/trpc.ts";
import { websiteOf } from "#client/features/organisations/website.ts";
import type { OrganisationOption } from "#shared/features/organisations/organisation-views.ts";
import type { OrganisationKind, OrganisationSize } from "#shared/features/organisations/organisation-words.ts";

export type TextField = "name" | "shortName" | "city" | "website" | "vatNumber" | "pic";

export type OrganisationDraft = Record<TextField, string> & {
  kind: OrganisationKind;
  size: OrganisationSize | "";
  country: string | null;
  /** Becomes a member of the acting cluster at once. */
  joins: boolean;
};

const blank = { shortName: "", city: "", website: "", vatNumber: "", pic: "", size: "" as const, country: null };
const orNull = (text: string) => (text.trim() === "" ? null : text.trim());

/** A new organisation as it is being typed, and the way to enter it; `umbrellaId` is the cluster it may join at once. */
export function useOrganisationDraft(name: string, kind: OrganisationKind, umbrellaId: string | null) {
  const [draft, setDraft] = useState<OrganisationDraft>({ ...blank, name, kind, joins: umbrellaId !== null });
  const create = useMutation(trpc.organisation.create.mutationOptions());
  const enter = (onDone: (organisation: OrganisationOption) => void) => {
    const { size, country, joins } = draft;
    const named = {
      kind: draft.kind,
      name: draft.name.trim(),
      shortName: orNull(draft.shortName),
      country,
      city: orNull(draft.city),
    };
    const numbers = { website: websiteOf(draft.website), vatNumber: orNull(draft.vatNumber), pic: orNull(draft.pic) };
    create.mutate(
      { ...named, ...numbers, size: size === "" ? null : size, parentId: joins ? umbrellaId : null },
      { onSuccess: ({ id }) => onDone({ id, ...named }) },
    );
  };
  return {
    draft,
    change: (part: Partial<OrganisationDraft>) => setDraft((former) => ({ ...former, ...part })),
    enter,
    isPending: create.isPending,
    error: create.error,
  };
}
