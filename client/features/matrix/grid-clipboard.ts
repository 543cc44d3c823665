import { readBlock, writeBlock, writeHtmlBlock, type Block } from "#shared/features/matrix/block-rules.ts";
import { currentAmount } from "#shared/features/matrix/edit-plan-rules.ts";
import { placeKey } from "#shared/features/matrix/matrix-rules.ts";
import type { Matrix, MatrixCell } from "#shared/features/matrix/matrix.ts";
import type { MatrixTexts } from "#client/features/matrix/matrix-text.ts";

type Cells = ReadonlyMap<string, MatrixCell>;

/** What was copied last in this tab, with its exact amounts: rounding and locale of the text do not matter then. */
let lastCopy: { text: string; measure: string; amounts: (number | null)[][] } | null = null;

/** The block as tab-separated text, and as a table when it is more than one cell; `heads` adds names of rows and columns. */
export function copyBlock(
  clipboard: DataTransfer,
  matrix: Matrix,
  cells: Cells,
  block: Block,
  texts: MatrixTexts,
): void {
  const rows = matrix.rows.slice(block.top, block.bottom + 1);
  const columns = matrix.columns.slice(block.left, block.right + 1);
  const amounts = rows.map(({ participantId }) =>
    columns.map(({ id }) => {
      const cell = cells.get(placeKey(participantId, id));
      return matrix.by === "period" ? (cell?.agreed ?? null) : currentAmount(cell);
    }),
  );
  const written = amounts.map((row) => row.map((amount) => (amount === null ? "" : texts.write(amount))));
  const text = writeBlock(written);
  clipboard.setData("text/plain", text);
  if (rows.length * columns.length > 1) clipboard.setData("text/html", writeHtmlBlock(written));
  lastCopy = { text, measure: matrix.measure, amounts };
}

/** The block on the clipboard: the exact amounts when they were copied here, else the texts of another program. */
export function pastedBlock(
  clipboard: DataTransfer,
  { measure }: Matrix,
): { texts: string[][]; amounts: (number | null)[][] | null } {
  const text = clipboard.getData("text/plain");
  const isOwn = lastCopy !== null && lastCopy.measure === measure && lastCopy.text === text.replace(/\r\n/g, "\n");
  return { texts: readBlock(text), amounts: isOwn ? (lastCopy?.amounts ?? null) : null };
}
