import { useQueryClient } from "@tanstack/react-query";
import { useEffect } from "react";

import { createChangeGatherer } from "#client/app/change-gatherer.ts";
import { followChanges } from "#client/app/live-connection.ts";
import { queriesTouchedBy } from "#client/app/live-rules.ts";

/** Listens to what others change and re-reads what is on screen and touched by it; draws nothing. */
export function LiveUpdates() {
  const queryClient = useQueryClient();
  useEffect(() => {
    const gatherer = createChangeGatherer(({ isAll, changes }) => {
      void queryClient.invalidateQueries({
        refetchType: "active",
        predicate: (query) => isAll || changes.some((change) => queriesTouchedBy(change, query.queryKey)),
      });
    });
    const stop = followChanges((change) => gatherer.add(change));
    return () => {
      stop();
      gatherer.stop();
    };
  }, [queryClient]);
  return null;
}
