import { useMutation } from "@tanstack/react-query";
import { useEffect, useRef, useState } from "react";
import { trpc } from "#client/app/trpc.ts";
import {
  changedReport,
  readReport,
  type ReportText,
  savedReport,
  textOfReport,
} from "#client/features/reporting/report-text.ts";
import { faultOf } from "#client/lib/fault.ts";
import type { Report, TodoItem } from "#shared/features/reporting/update.ts";

const pause = 1200;

/** What is saved, as far as this card knows. */
type Known = { id: string | null; version: number | null; report: Report };

function knownOf(update: TodoItem["update"]): Known {
  return { id: update?.id ?? null, version: update?.version ?? null, report: savedReport(update) };
}

/**
 * A report that saves itself a moment after the last key, only the changed fields, one save after the other. Typed
 * text is never replaced: when somebody else saved meanwhile, `conflict` holds their text until the person decides.
 */
export function useReportDraft(item: TodoItem, periodId: string, moneyPlaces: number) {
  const [text, setText] = useState<ReportText>(() => textOfReport(savedReport(item.update), moneyPlaces));
  const [savedAt, setSavedAt] = useState(item.update?.updatedAt ?? null);
  const [conflict, setConflict] = useState<TodoItem["update"]>(null);
  const known = useRef<Known>(knownOf(item.update));
  const running = useRef<Promise<boolean> | null>(null);
  const latest = useRef(text);
  const save = useMutation(trpc.update.save.mutationOptions());
  const submit = useMutation(trpc.update.submit.mutationOptions());
  const { report, unreadable } = readReport(text, moneyPlaces);
  const isDirty = Object.keys(changedReport(known.current.report, report)).length > 0;

  function take(update: NonNullable<TodoItem["update"]>) {
    known.current = knownOf(update);
    const next = textOfReport(known.current.report, moneyPlaces);
    latest.current = next;
    setText(next);
    setSavedAt(update.updatedAt);
    setConflict(null);
  }

  // What a colleague of the same organisation saved is shown at once, unless something is typed here.
  const theirs = item.update;
  useEffect(() => {
    if (theirs !== null && theirs.version > (known.current.version ?? 0) && !isDirty && running.current === null)
      take(theirs);
  });

  async function saveOnce(): Promise<boolean> {
    const patch = changedReport(known.current.report, readReport(latest.current, moneyPlaces).report);
    if (Object.keys(patch).length === 0) return true;
    try {
      const saved = await save.mutateAsync({
        contributionId: item.contributionId,
        periodId,
        version: known.current.version,
        patch,
      });
      known.current = { id: saved.id, version: saved.version, report: { ...known.current.report, ...patch } };
      setSavedAt(saved.updatedAt);
      return await saveOnce();
    } catch (error) {
      const fault = faultOf(error);
      if (fault.appCode === "STALE") setConflict(fault.present as TodoItem["update"]);
      return false;
    }
  }

  /** Saves what is typed now; resolves to whether everything is saved. */
  function flush(): Promise<boolean> {
    running.current ??= saveOnce().finally(() => (running.current = null));
    return running.current;
  }

  useEffect(() => {
    if (!isDirty || conflict !== null) return;
    const timer = setTimeout(() => void flush(), pause);
    return () => clearTimeout(timer);
  }, [text, conflict]);

  return {
    text,
    unreadable,
    savedAt,
    conflict,
    state: save.isPending ? ("saving" as const) : isDirty ? ("typing" as const) : ("saved" as const),
    error: conflict === null ? (save.error ?? submit.error) : null,
    isSubmitting: submit.isPending,
    put: (part: Partial<ReportText>) => {
      latest.current = { ...latest.current, ...part };
      setText(latest.current);
    },
    leave: () => (isDirty && conflict === null ? flush() : Promise.resolve(true)),
    takeTheirs: () => conflict !== null && take(conflict),
    keepMine: () => {
      if (conflict !== null) known.current = knownOf(conflict);
      setConflict(null);
      void flush();
    },
    submit: async () => {
      if (unreadable.length > 0 || !(await flush())) return;
      const { id, version } = known.current;
      if (id !== null && version !== null) await submit.mutateAsync({ id, version }).catch(() => undefined);
    },
  };
}
