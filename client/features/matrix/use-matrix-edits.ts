import { useMutation, useQueryClient } from "@tanstack/react-query";
import { useState } from "react";
import { useTranslation } from "react-i18next";
import { trpc } from "#client/app/trpc.ts";
import { tellFault, tellOutcome } from "#client/features/matrix/matrix-toasts.tsx";
import type { MatrixTexts } from "#client/features/matrix/matrix-text.ts";
import { type CellEdit, type EditPlan, planEdits } from "#shared/features/matrix/edit-plan-rules.ts";
import { placeKey } from "#shared/features/matrix/matrix-rules.ts";
import { type Matrix, MAX_CELLS } from "#shared/features/matrix/matrix.ts";
import type { CellProblem } from "#shared/features/matrix/matrix-words.ts";

/** More cells than this are shown before they are written. */
const FEW_CELLS = 50;

/** What a paste or fill will do, waiting for a yes; `outside` counts values beyond the grid. */
export type Preview = EditPlan & { outside: number };

/**
 * Writes cells: each edit is judged first, one refused cell tells why, many cells or any problem are shown before. What is on
 * its way stands in the grid at once; everything written together is one step of undo.
 */
export function useMatrixEdits(matrix: Matrix, texts: MatrixTexts) {
  const { t } = useTranslation();
  const client = useQueryClient();
  const write = useMutation(trpc.matrix.write.mutationOptions());
  const [sent, setSent] = useState<ReadonlyMap<string, number | null>>(new Map());
  const [preview, setPreview] = useState<Preview | null>(null);

  async function send(plan: EditPlan, reason = t("matrix:reason.usual")): Promise<void> {
    setPreview(null);
    if (plan.writes.length === 0) return;
    const { projectId, measure } = matrix;
    const cells = plan.writes.map((planned) => planned.write);
    setSent(new Map(cells.map((cell) => [placeKey(cell.participantId, cell.streamId), cell.amount])));
    try {
      const newTitle = t(`matrix:newTitle.${measure}`);
      const { results, done } = await write.mutateAsync({ projectId, measure, reason, newTitle, cells });
      const refused = results.flatMap(({ appCode }) => (appCode === null ? [] : [appCode]));
      tellOutcome(done, refused, t);
    } catch (error) {
      tellFault(error, t);
    } finally {
      await client.invalidateQueries(trpc.matrix.show.queryFilter());
      setSent(new Map());
    }
  }

  return {
    sent,
    preview,
    isBusy: write.isPending,
    send,
    dismiss: () => setPreview(null),
    /** Writes what was typed into one cell; answers why it cannot be. */
    type(participantId: string, columnId: string | null, text: string): CellProblem | null {
      const plan = planEdits(matrix, [{ participantId, columnId, wish: text }], texts.notation);
      const [refused] = plan.refused;
      if (refused) return refused.problem;
      void send(plan);
      return null;
    },
    /** Writes many cells, after a look at what will happen where it is needed. */
    fill(edits: readonly CellEdit[], outside = 0): void {
      const plan = planEdits(matrix, edits, texts.notation);
      const isPlain = plan.refused.length === 0 && outside === 0 && plan.writes.length <= FEW_CELLS;
      if (isPlain) void send(plan);
      else setPreview({ ...plan, outside });
    },
    /** Whether so many cells can be written at once. */
    isTooMuch: (plan: EditPlan) => plan.writes.length > MAX_CELLS,
  };
}

export type MatrixEdits = ReturnType<typeof useMatrixEdits>;
