import { useQueryClient } from "@tanstack/react-query";
import { useSubscription } from "@trpc/tanstack-react-query";
import { useEffect, useState } from "react";
import { createChangeGatherer } from "#client/app/change-gatherer.ts";
import { reportConnection } from "#client/app/connection.ts";
import { queriesTouchedBy } from "#client/app/live-rules.ts";
import { trpc } from "#client/app/trpc.ts";

/** Listens to what others change and re-reads what is on screen and touched by it; draws nothing. */
export function LiveUpdates() {
  const queryClient = useQueryClient();
  const [gatherer] = useState(() =>
    createChangeGatherer(({ isAll, changes }) => {
      void queryClient.invalidateQueries({
        refetchType: "active",
        predicate: (query) => isAll || changes.some((change) => queriesTouchedBy(change, query.queryKey)),
      });
    }),
  );
  const live = useSubscription(
    trpc.change.follow.subscriptionOptions({}, { onData: ({ data }) => gatherer.add(data) }),
  );
  const isLost = live.status === "error" || (live.status === "connecting" && live.error !== null);
  useEffect(() => reportConnection("live", isLost ? "lost" : "good"), [isLost]);
  useEffect(() => () => gatherer.stop(), [gatherer]);
  return null;
}
