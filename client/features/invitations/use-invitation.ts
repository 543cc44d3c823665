import { useQuery } from "@tanstack/react-query";
import { useSession } from "#client/app/session.ts";
import { trpcClient } from "#client/app/trpc.ts";
import type { InvitationKey } from "#shared/features/invitations/invitation.ts";

/** What a letter opens for whoever is signed in here now; asked again when somebody else signs in, and not after it was answered. */
export function useInvitation(key: InvitationKey) {
  const { user } = useSession();
  return useQuery({
    queryKey: ["opened-invitation", key, user?.id ?? null],
    queryFn: () => trpcClient.invitation.open.mutate(key),
    // A letter to the managers says nothing before one of them has signed in.
    enabled: key.token !== undefined || user !== null,
    staleTime: "static",
    gcTime: 0,
  });
}
