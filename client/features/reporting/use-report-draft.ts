import { useMutation } from "@tanstack/react-query";
import { useEffect, useState, useSyncExternalStore } from "react";
import { trpc } from "#client/app/trpc.ts";
import { ReportDraft } from "#client/features/reporting/report-draft.ts";
import type { TodoItem } from "#shared/features/reporting/update.ts";

const pause = 1200;

/** The report of an item as a draft that saves itself, and the way to hand it in; leaving the page saves at once. */
export function useReportDraft(item: TodoItem, periodId: string, moneyPlaces: number) {
  const { mutateAsync: save } = useMutation(trpc.update.save.mutationOptions());
  const submit = useMutation(trpc.update.submit.mutationOptions());
  const { contributionId, update } = item;
  const [draft] = useState(
    () =>
      new ReportDraft({
        update,
        moneyPlaces,
        pause,
        save: (version, patch) => save({ contributionId, periodId, version, patch }),
      }),
  );
  const view = useSyncExternalStore(draft.subscribe, draft.view);
  useEffect(() => draft.follow(update), [draft, update]);
  useEffect(() => () => void draft.flush(), [draft]);

  async function handIn(): Promise<void> {
    if (view.unreadable.length > 0 || !(await draft.flush())) return;
    const ref = draft.saved();
    if (ref !== null) submit.mutate(ref);
  }

  return { draft, view, handIn, isHandingIn: submit.isPending, error: view.error ?? submit.error };
}
