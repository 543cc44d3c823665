import {
  createTRPCClient,
  httpBatchLink,
  httpLink,
  httpSubscriptionLink,
  splitLink,
  type TRPCLink,
} from "@trpc/client";
import { createTRPCOptionsProxy } from "@trpc/tanstack-react-query";
import { idempotencyKeyOf, repeatLostMutations } from "#client/app/mutation-links.ts";
import { fetchAndRemember } from "#client/app/own-acts.ts";
import { queryClient } from "#client/app/query-client.ts";
import { viewingHeader } from "#client/app/viewing.ts";
import { tabId } from "#client/lib/random-id.ts";
import type { AppRouter } from "#server/api/router.ts";

const url = "/api/trpc";
// A foreign page cannot send this header without asking first, so the server knows the call is ours.
const ownHeaders = { "x-consortia": "1", "x-consortia-tab": tabId };

// A batch has one set of headers: what is read through a member's eyes travels apart from what is read with the own.
const ownReads: TRPCLink<AppRouter> = httpBatchLink({ url, maxItems: 10, headers: ownHeaders });
const viewedReads: TRPCLink<AppRouter> = httpBatchLink({
  url,
  maxItems: 10,
  headers: ({ opList }) => ({ ...ownHeaders, ...viewingHeader(opList[0].path) }),
});
const isViewed = ({ path }: { path: string }) => Object.keys(viewingHeader(path)).length > 0;
const reads: TRPCLink<AppRouter> = splitLink({ condition: isViewed, true: viewedReads, false: ownReads });

const writes: TRPCLink<AppRouter>[] = [
  repeatLostMutations,
  httpLink({
    url,
    fetch: fetchAndRemember,
    headers: ({ op }) => ({ ...ownHeaders, ...viewingHeader(op.path), "idempotency-key": idempotencyKeyOf(op) }),
  }),
];

/** The plain client: for code outside of components. Components use `trpc` below. */
export const trpcClient = createTRPCClient<AppRouter>({
  links: [
    splitLink({
      condition: (op) => op.type === "subscription",
      true: httpSubscriptionLink({ url }),
      false: splitLink({ condition: (op) => op.type === "mutation", true: writes, false: reads }),
    }),
  ],
});

/** Query, mutation and subscription options for TanStack Query: `useQuery(trpc.projects.list.queryOptions(input))`. */
export const trpc = createTRPCOptionsProxy<AppRouter>({ client: trpcClient, queryClient });
