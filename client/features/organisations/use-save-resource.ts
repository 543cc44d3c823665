import { useMutation } from "@tanstack/react-query";
import { trpc } from "#client/app/trpc.ts";
import { useSeenVersion } from "#client/lib/use-seen-version.ts";
import type { ResourceFields } from "#shared/features/organisations/resource.ts";
import type { ResourceView } from "#shared/features/organisations/organisation-views.ts";

/** Adds a resource (null) or changes or removes the given one; `onDone` after each of them. */
export function useSaveResource(organisationId: string, resource: ResourceView | null, onDone: () => void) {
  const add = useMutation(trpc.organisation.addResource.mutationOptions({ onSuccess: onDone }));
  const seen = useSeenVersion(resource?.version ?? 1);
  const revise = useMutation(
    trpc.organisation.reviseResource.mutationOptions({ onSuccess: onDone, onError: seen.learn }),
  );
  const remove = useMutation(trpc.organisation.removeResource.mutationOptions({ onSuccess: onDone }));
  const saving = resource === null ? add : revise;
  return {
    save: (fields: ResourceFields) => {
      if (resource === null) add.mutate({ organisationId, ...fields });
      else revise.mutate({ id: resource.id, version: seen.version, patch: fields });
    },
    remove: resource === null ? undefined : () => remove.mutate({ id: resource.id, version: seen.version }),
    isSaving: saving.isPending,
    isRemoving: remove.isPending,
    error: saving.error ?? remove.error,
  };
}
