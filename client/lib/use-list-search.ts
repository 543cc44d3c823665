import { useNavigate, useSearch } from "@tanstack/react-router";

/** Order of a list: column id, falling or rising. */
export type Sort = { by: string; isDescending: boolean };

type Params = Record<string, string | number | true | undefined>;

/**
 * What a list shows, kept in the address: text, page, order, and any filters the route declares.
 * Every change but the page leads back to page 1.
 */
export function useListSearch(initial: Sort) {
  const search: Params = useSearch({ strict: false });
  const navigate = useNavigate();
  const change = (part: Params, isStep = true) => {
    const next = (former: Params) => ({ ...former, page: undefined, ...part });
    void navigate({ to: ".", search: next as never, replace: !isStep, resetScroll: false });
  };
  const sort: Sort =
    search["sort"] === undefined ? initial : { by: String(search["sort"]), isDescending: search["desc"] === true };
  const { page, sort: _sort, desc: _desc, ...filters } = search;
  return {
    q: typeof search["q"] === "string" ? search["q"] : "",
    page: typeof page === "number" ? page : 1,
    sort,
    /** Whether text or filters narrow the list. */
    isFiltered: Object.values(filters).some((value) => value !== undefined),
    searchFor: (q: string) => change({ q: q === "" ? undefined : q }, false),
    goTo: (next: number) => change({ page: next === 1 ? undefined : next }),
    sortBy: (next: Sort) => change({ sort: next.by, desc: next.isDescending ? true : undefined }),
    filterBy: (part: Params) => change(part),
    reset: () => change(Object.fromEntries(Object.keys(filters).map((key) => [key, undefined]))),
  };
}
