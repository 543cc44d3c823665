import { useQueryClient } from "@tanstack/react-query";
import { useSubscription } from "@trpc/tanstack-react-query";
import { useEffect, useRef } from "react";
import { reportConnection } from "#client/app/connection.ts";
import { queriesTouchedBy, type LiveChange } from "#client/app/live-rules.ts";
import { trpc } from "#client/app/trpc.ts";

const pause = 50;

/** Listens to what others change and re-reads what is on screen and touched by it; draws nothing. */
export function LiveUpdates() {
  const queryClient = useQueryClient();
  const waiting = useRef<LiveChange[]>([]);
  const hasMissedSome = useRef(false);
  const timer = useRef<ReturnType<typeof setTimeout>>(undefined);

  const reread = () => {
    const changes = waiting.current.splice(0);
    const isAll = hasMissedSome.current;
    hasMissedSome.current = false;
    timer.current = undefined;
    void queryClient.invalidateQueries({
      refetchType: "active",
      predicate: (query) => isAll || changes.some((change) => queriesTouchedBy(change, query.queryKey)),
    });
  };

  const live = useSubscription(
    trpc.change.follow.subscriptionOptions(
      {},
      {
        onData: ({ data }) => {
          if ("reset" in data) hasMissedSome.current = true;
          else waiting.current.push(data);
          timer.current ??= setTimeout(reread, pause);
        },
      },
    ),
  );

  useEffect(() => reportConnection("live", live.status === "connecting" && live.error !== null ? "lost" : "good"), [live.status, live.error]);
  useEffect(() => () => clearTimeout(timer.current), []);
  return null;
}
