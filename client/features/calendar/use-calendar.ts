import { useMutation, useQuery, useQueryClient } from "@tanstack/react-query";
import { useState } from "react";
import { trpc } from "#client/app/trpc.ts";
import { calendarAddress } from "#client/features/calendar/calendar-address.ts";
import { saveCalendar } from "#client/features/calendar/save-calendar.ts";

/** A person's calendar of a project: its state, the address while it can be shown, and what can be done with it. */
export function useCalendar(projectId: string) {
  const client = useQueryClient();
  const [address, setAddress] = useState<string | null>(null);
  const found = useQuery(trpc.calendar.show.queryOptions({ projectId }));
  const show = (next: string | null) => {
    setAddress(next);
    return client.invalidateQueries(trpc.calendar.show.queryFilter({ projectId }));
  };
  const open = useMutation(
    trpc.calendar.open.mutationOptions({ onSuccess: (_, { token }) => show(calendarAddress(token)) }),
  );
  const revoke = useMutation(trpc.calendar.revoke.mutationOptions({ onSuccess: () => show(null) }));
  const file = useMutation({
    mutationFn: () => client.fetchQuery(trpc.calendar.file.queryOptions({ projectId }, { staleTime: 0 })),
    onSuccess: saveCalendar,
  });
  return { found, address, open, revoke, file, error: found.error ?? open.error ?? revoke.error ?? file.error };
}
