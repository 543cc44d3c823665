import { useQuery } from "@tanstack/react-query";
import { trpc } from "#client/app/trpc.ts";

/** The members of a project that can lead a stream, as options of a select. */
export function useLeadOptions(projectId: string): { value: string; label: string }[] {
  const found = useQuery(trpc.participant.list.queryOptions({ projectId }));
  const members = (found.data?.rows ?? []).filter((row) => row.state === "accepted" || row.state === "invited");
  return members.map((row) => ({ value: row.id, label: `${row.number} · ${row.shortName ?? row.organisationName}` }));
}
