import { useQueryClient } from "@tanstack/react-query";
import { trpcClient } from "#client/app/trpc.ts";

/** Ends the session and loads the sign-in page anew, so that nothing of the former person stays in memory. */
export function useSignOut(): () => void {
  const queryClient = useQueryClient();
  return () => {
    const leave = () => {
      queryClient.clear();
      window.location.assign("/sign-in");
    };
    // Without an answer the session may live on: the next page then shows who is still signed in.
    trpcClient.account.signOut.mutate().then(leave, leave);
  };
}
