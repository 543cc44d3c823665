import { useMutation } from "@tanstack/react-query";
import { trpc } from "#client/app/trpc.ts";
import { faultOf } from "#client/lib/fault.ts";
import type { ContributionRow } from "#shared/features/contributions/contribution-views.ts";
import type { ItemResults, LineRef } from "#shared/features/contributions/contribution.ts";
import type { Confidentiality } from "#shared/features/contributions/contribution-words.ts";

/** What became of each chosen line: how many were done, and which were refused why. */
export type BulkOutcome = { done: number; refused: { title: string; appCode: string }[] };

const refOf = ({ id, version }: LineRef): LineRef => ({ id, version });

/** The chosen lines that each act applies to. */
function fitting(rows: readonly ContributionRow[]) {
  const lines = (keep: (row: ContributionRow) => boolean) => rows.filter(keep).map(refOf);
  const owned = (confidentiality: Confidentiality) =>
    lines((row) => row.maySetConfidentiality && row.confidentiality === confidentiality);
  return {
    agree: lines(({ mayAgree }) => mayAgree),
    withdraw: lines(({ mayWithdraw }) => mayWithdraw),
    confide: owned("consortium"),
    share: owned("coordinator"),
    answer: rows.flatMap(({ amendment }) => (amendment?.mayAnswer ? [refOf(amendment)] : [])),
    scale: rows.filter(({ mayAmend }) => mayAmend),
  };
}

/** The acts on many chosen lines, each with the lines it applies to; every line is judged by itself by the server. */
export function useBulk(projectId: string, rows: readonly ContributionRow[]) {
  const agree = useMutation(trpc.contribution.agreeMany.mutationOptions());
  const withdraw = useMutation(trpc.contribution.withdrawMany.mutationOptions());
  const confide = useMutation(trpc.contribution.confideMany.mutationOptions());
  const agreeChanges = useMutation(trpc.amendment.agreeMany.mutationOptions());
  const declineChanges = useMutation(trpc.amendment.declineMany.mutationOptions());
  const scale = useMutation(trpc.amendment.proposeMany.mutationOptions());
  const all = [agree, withdraw, confide, agreeChanges, declineChanges, scale];

  const fit = fitting(rows);

  function outcomeOf({ results, done }: ItemResults): BulkOutcome {
    const titles = new Map(
      rows.flatMap(({ id, amendment, title }) => [[id, title] as const, [amendment?.id ?? id, title]]),
    );
    const refused = results.flatMap(({ id, appCode }) =>
      appCode === null ? [] : [{ title: titles.get(id) ?? "", appCode }],
    );
    return { done, refused };
  }

  return {
    fit,
    isBusy: all.some(({ isPending }) => isPending),
    /** Runs one of the acts; a call in which everything was refused is an outcome too. */
    async run(act: () => Promise<ItemResults>): Promise<BulkOutcome> {
      try {
        return outcomeOf(await act());
      } catch (error) {
        const { appCode, present } = faultOf(error);
        if (appCode !== "NOTHING_DONE" || !Array.isArray(present)) throw error;
        return outcomeOf({ results: present as ItemResults["results"], done: 0 });
      }
    },
    agree: () => agree.mutateAsync({ projectId, lines: fit.agree }),
    withdraw: () => withdraw.mutateAsync({ projectId, lines: fit.withdraw }),
    confide: (confidentiality: Confidentiality) =>
      confide.mutateAsync({
        projectId,
        lines: confidentiality === "coordinator" ? fit.confide : fit.share,
        confidentiality,
      }),
    agreeChanges: () => agreeChanges.mutateAsync({ projectId, amendments: fit.answer }),
    declineChanges: (reason: string) => declineChanges.mutateAsync({ projectId, amendments: fit.answer, reason }),
    scale: (changeBp: number, reason: string) =>
      scale.mutateAsync({ projectId, lines: fit.scale.map(refOf), changeBp, reason }),
  };
}
