import { useQuery } from "@tanstack/react-query";
import { trpcClient } from "#client/app/trpc.ts";

/** What the one-time link of a token opens. It is asked once: after it was used the answer would be another. */
export function useLink(token: string) {
  return useQuery({
    queryKey: ["account-link", token],
    queryFn: () => trpcClient.account.checkLink.mutate({ token }),
    staleTime: "static",
    gcTime: 0,
  });
}
