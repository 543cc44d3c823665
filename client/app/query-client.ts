import { MutationCache, QueryCache, QueryClient } from "@tanstack/react-query";
import { reportConnection } from "#client/app/connection.ts";
import { faultOf } from "#client/lib/fault.ts";

type SignedOutListener = () => void;
let signedOutListener: SignedOutListener = () => undefined;

/** Says what happens when the server answers that nobody is signed in any more. */
export function onSignedOut(listener: SignedOutListener): void {
  signedOutListener = listener;
}

/** Draws the consequences of a failed call that concern the whole page: signed out, out of reach. */
export function noticeFailure(error: unknown): void {
  const { appCode } = faultOf(error);
  if (appCode === "NOT_SIGNED_IN") signedOutListener();
  if (appCode === "OFFLINE") reportConnection("requests", "lost");
}

/** A refusal stays a refusal; only lost answers and passing trouble of the server are worth asking again. */
function isWorthRepeating(failures: number, error: unknown): boolean {
  const { httpStatus, appCode } = faultOf(error);
  return failures < 3 && (appCode === "OFFLINE" || httpStatus === 503 || httpStatus === 504);
}

export const queryClient: QueryClient = new QueryClient({
  defaultOptions: {
    queries: { staleTime: 30_000, retry: isWorthRepeating, networkMode: "always" },
    // Lost mutations are repeated by their link, which keeps the idempotency key.
    mutations: { retry: false, networkMode: "always" },
  },
  queryCache: new QueryCache({ onError: noticeFailure, onSuccess: () => reportConnection("requests", "good") }),
  mutationCache: new MutationCache({
    onError: noticeFailure,
    onSuccess: () => reportConnection("requests", "good"),
    // What this tab wrote is re-read at once, without waiting for the live event. Not returned: forms need not wait for it.
    onSettled: () => void queryClient.invalidateQueries({ refetchType: "active" }),
  }),
});
