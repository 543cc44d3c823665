import { useQuery } from "@tanstack/react-query";
import { trpc } from "#client/app/trpc.ts";
import type { ExportRow } from "#shared/features/exports/export.ts";

const FIRST_WAIT_MS = 200;
const LONGEST_WAIT_MS = 3_000;

/** Whether the export still waits or runs. */
export function isUnderWay(row: Pick<ExportRow, "state"> | undefined): boolean {
  return row === undefined || row.state === "pending" || row.state === "running";
}

/** Follows one export until it has ended; asks less and less often. */
export function useExportProgress(id: string) {
  return useQuery(
    trpc.export.show.queryOptions(
      { id },
      {
        staleTime: 0,
        refetchInterval: (query) => {
          if (query.state.status === "error" || !isUnderWay(query.state.data)) return false;
          return Math.min(LONGEST_WAIT_MS, FIRST_WAIT_MS * 1.5 ** query.state.dataUpdateCount);
        },
      },
    ),
  );
}
