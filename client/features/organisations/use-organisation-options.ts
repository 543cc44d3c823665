import { useDebouncedValue } from "@mantine/hooks";
import { keepPreviousData, useQuery } from "@tanstack/react-query";
import { trpc } from "#client/app/trpc.ts";
import type { OrganisationKind } from "#shared/features/organisations/organisation-words.ts";

type Asked = {
  typed: string;
  value: string | null;
  kinds: OrganisationKind[] | undefined;
  excludedIds: readonly string[];
};

/** What a picker offers for the text typed so far, read from the server a moment after the last key; and what it holds. */
export function useOrganisationOptions({ typed, value, kinds, excludedIds }: Asked) {
  const [search] = useDebouncedValue(typed, 200);
  const input = { search, limit: 20, ...(kinds ? { kinds } : {}), ...(value === null ? {} : { include: [value] }) };
  const found = useQuery(trpc.organisation.options.queryOptions(input, { placeholderData: keepPreviousData }));
  return {
    options: (found.data ?? []).filter((option) => !excludedIds.includes(option.id)),
    chosen: found.data?.find((option) => option.id === value),
    isLoaded: found.data !== undefined,
    isFetching: found.isFetching,
  };
}
