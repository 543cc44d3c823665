import { keepPreviousData, useQuery } from "@tanstack/react-query";
import { useSearch } from "@tanstack/react-router";
import { trpc } from "#client/app/trpc.ts";
import { useListSearch } from "#client/lib/use-list-search.ts";
import { projectSorts } from "#shared/features/projects/project-words.ts";

export const projectPageSize = 50;

/** The portfolio as the address describes it: what is searched, filtered, ordered and paged, and what was found. */
export function useProjectList() {
  const list = useListSearch({ by: "acronym", isDescending: false });
  const { q, status, role, country, cluster, visibility } = useSearch({ from: "/projects/" });
  const input = {
    search: list.q,
    status: status === undefined ? [] : [status],
    ...(role === undefined ? {} : { role }),
    ...(country === undefined ? {} : { country }),
    ...(cluster === undefined ? {} : { clusterId: cluster }),
    ...(visibility === undefined ? {} : { visibility }),
    sort: projectSorts.find((sort) => sort === list.sort.by) ?? "acronym",
    descending: list.sort.isDescending,
    page: list.page,
    pageSize: projectPageSize,
  };
  const found = useQuery(trpc.project.list.queryOptions(input, { placeholderData: keepPreviousData }));
  // The open dialog lives in the address too, but narrows nothing.
  const isFiltered = [q, status, role, country, cluster, visibility].some((value) => value !== undefined);
  return { list: { ...list, isFiltered }, found };
}
