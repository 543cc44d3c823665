import type { ClipboardEvent } from "react";
import { copyBlock, pastedBlock } from "#client/features/matrix/grid-clipboard.ts";
import { blockOf } from "#client/features/matrix/grid-keys.ts";
import { tellProblem } from "#client/features/matrix/matrix-toasts.tsx";
import type { Grid } from "#client/features/matrix/use-grid-acts.ts";
import { type Block, placeBlock } from "#shared/features/matrix/block-rules.ts";
import { type CellEdit, currentAmount } from "#shared/features/matrix/edit-plan-rules.ts";
import { placeKey } from "#shared/features/matrix/matrix-rules.ts";

/** Clears, fills and pastes the chosen block, and copies it. */
export function useGridFill({ matrix, cells, texts, edits, grid }: Grid) {
  const { cursor, editing, size, go } = grid;
  const { t } = texts;
  const isReadOnly = matrix.by === "period";
  const placeAt = (row: number, column: number) => ({
    participantId: matrix.rows[row]?.participantId ?? "",
    columnId: matrix.columns[column]?.id ?? null,
  });

  function fillBlock(values: readonly (readonly CellEdit["wish"][])[], block: Block): void {
    if (isReadOnly) return tellProblem(t("matrix:readOnly"), t);
    const { placed, outside } = placeBlock(values, block, size.rows, size.columns);
    edits.fill(
      placed.map(({ row, column, value }) => ({ ...placeAt(row, column), wish: value })),
      outside,
    );
    const last = placed.at(-1);
    if (last) go({ row: block.top, column: block.left, anchor: { row: last.row, column: last.column } });
  }

  const clear = () => fillBlock([[{ amount: null }]], blockOf(cursor));

  function fillDown(): void {
    const block = blockOf(cursor);
    const from = block.top === block.bottom ? block.top - 1 : block.top;
    if (from < 0) return;
    const columns = Array.from({ length: block.right - block.left + 1 }, (_, at) => block.left + at);
    const first = columns.map((column) => {
      const { participantId, columnId } = placeAt(from, column);
      return { amount: currentAmount(cells.get(placeKey(participantId, columnId))) };
    });
    fillBlock([first], { ...block, top: from + 1 });
  }

  const isElsewhere = (event: ClipboardEvent) => editing !== null || event.target instanceof HTMLInputElement;

  function copy(event: ClipboardEvent): void {
    if (isElsewhere(event)) return;
    copyBlock(event.clipboardData, matrix, cells, blockOf(cursor), texts);
    event.preventDefault();
  }

  function cut(event: ClipboardEvent): void {
    if (isElsewhere(event)) return;
    copy(event);
    if (!isReadOnly) clear();
  }

  function paste(event: ClipboardEvent): void {
    if (isElsewhere(event)) return;
    event.preventDefault();
    const { texts: written, amounts } = pastedBlock(event.clipboardData, matrix);
    fillBlock(amounts?.map((row) => row.map((amount) => ({ amount }))) ?? written, blockOf(cursor));
  }

  return { clear, fillDown, copy, cut, paste };
}
