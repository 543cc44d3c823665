import { queryClient } from "#client/app/query-client.ts";
import { trpcClient } from "#client/app/trpc.ts";

function leave(): void {
  queryClient.clear();
  window.location.assign("/sign-in");
}

/** Ends the session and loads the sign-in page anew, so that nothing of the former person stays in memory. */
export function signOut(): void {
  // Without an answer the session may live on: the next page then shows who is still signed in.
  trpcClient.account.signOut.mutate().then(leave, leave);
}
