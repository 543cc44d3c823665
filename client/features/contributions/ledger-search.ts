import type { useListSearch } from "#client/lib/use-list-search.ts";
import { contributionSorts } from "#shared/features/contributions/contribution-sorts.ts";
import { contributionKinds, contributionStates } from "#shared/features/contributions/contribution-words.ts";

export const ledgerRoute = "/projects/$projectId/contributions";

/** The filters of the ledger as its address carries them. */
export type LedgerSearch = {
  kind?: string | undefined;
  state?: string | undefined;
  stream?: string | undefined;
  participant?: string | undefined;
  amended?: true | undefined;
};

/** Whether the address narrows the ledger; the opened line does not count. */
export function isNarrowed(search: LedgerSearch, q: string): boolean {
  return (
    q !== "" ||
    [search.participant, search.stream, search.kind, search.state, search.amended].some((value) => value !== undefined)
  );
}

/** What the server is asked for; words it does not know fall back to everything. */
export function ledgerInput(projectId: string, search: LedgerSearch, list: ReturnType<typeof useListSearch>) {
  return {
    projectId,
    search: list.q,
    participantId: search.participant,
    streamId: search.stream,
    kind: contributionKinds.find((kind) => kind === search.kind),
    amended: search.amended === true,
    state: contributionStates.find((state) => state === search.state),
    sort: contributionSorts.find((sort) => sort === list.sort.by) ?? "member",
    descending: list.sort.isDescending,
    page: list.page,
    pageSize: 50,
  };
}
