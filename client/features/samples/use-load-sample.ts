import { useMutation, useQueryClient } from "@tanstack/react-query";
import { useNavigate } from "@tanstack/react-router";
import { useSession } from "#client/app/session.ts";
import { trpc, trpcClient } from "#client/app/trpc.ts";

/** Loads the sample, acts for its cluster, which can see all of it, and opens its project. */
export function useLoadSample() {
  const { seats } = useSession();
  const queryClient = useQueryClient();
  const navigate = useNavigate();
  return useMutation({
    mutationFn: async () => {
      const { projectId } = await trpcClient.sample.load.mutate();
      const me = await trpcClient.me.show.query();
      const held = new Set(seats.map((seat) => seat.organisationId));
      const cluster = me.seats.find((seat) => seat.kind === "cluster" && !held.has(seat.organisationId));
      if (cluster) await trpcClient.me.actFor.mutate({ organisationId: cluster.organisationId });
      return projectId;
    },
    onSuccess: async (projectId) => {
      await queryClient.invalidateQueries(trpc.me.show.queryFilter());
      await navigate({ to: "/projects/$projectId", params: { projectId } });
    },
  });
}
