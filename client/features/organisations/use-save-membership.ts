import { useMutation } from "@tanstack/react-query";
import { trpc } from "#client/app/trpc.ts";
import { useSeenVersion } from "#client/lib/use-seen-version.ts";
import type { MembershipView } from "#shared/features/organisations/organisation-views.ts";

type Dates = { sinceOn: string | null; untilOn: string | null };

/** Adds a membership (null) or changes or removes the given one; `onDone` after each of them. */
export function useSaveMembership(membership: MembershipView | null, onDone: () => void) {
  const add = useMutation(trpc.membership.add.mutationOptions({ onSuccess: onDone }));
  const seen = useSeenVersion(membership?.version ?? 1);
  const revise = useMutation(trpc.membership.revise.mutationOptions({ onSuccess: onDone, onError: seen.learn }));
  const remove = useMutation(trpc.membership.remove.mutationOptions({ onSuccess: onDone }));
  const saving = membership === null ? add : revise;
  return {
    add: (organisationId: string, parentId: string, dates: Dates) => add.mutate({ organisationId, parentId, ...dates }),
    revise: (dates: Dates) => {
      if (membership !== null) revise.mutate({ id: membership.id, version: seen.version, ...dates });
    },
    remove: membership?.may.remove ? () => remove.mutate({ id: membership.id, version: seen.version }) : undefined,
    isSaving: saving.isPending,
    isRemoving: remove.isPending,
    error: saving.error ?? remove.error,
  };
}
