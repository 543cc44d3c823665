import { useMutation, useQuery } from "@tanstack/react-query";
import { useState } from "react";
import { trpc } from "#client/app/trpc.ts";

/** Two entries, which of them is kept, what that would do, and doing it. */
export function useMerge(ownId: string, otherId: string, onDone: (keptId: string) => void) {
  const [isSwapped, setSwapped] = useState<boolean | null>(null);
  const straight = { keptId: ownId, duplicateId: otherId };
  const swapped = { keptId: otherId, duplicateId: ownId };
  const first = useQuery(trpc.organisation.mergePreview.queryOptions(straight, { retry: false }));
  // Where only the other way round is open to the person, it is the one that is shown.
  const isOther = isSwapped ?? first.isError;
  const second = useQuery(trpc.organisation.mergePreview.queryOptions(swapped, { enabled: isOther, retry: false }));
  const shown = isOther ? second : first;
  const merge = useMutation(trpc.organisation.merge.mutationOptions({ onSuccess: ({ id }) => onDone(id) }));
  return {
    preview: shown.data,
    isLoading: shown.isPending,
    isMerging: merge.isPending,
    error: merge.error ?? shown.error,
    swap: () => {
      merge.reset();
      setSwapped(!isOther);
    },
    run: () => {
      if (shown.data === undefined) return;
      const { kept, duplicate } = shown.data;
      merge.mutate({
        keptId: kept.id,
        duplicateId: duplicate.id,
        keptVersion: kept.version,
        duplicateVersion: duplicate.version,
      });
    },
  };
}
