import { useMediaQuery } from "@mantine/hooks";
import { useMemo, useState } from "react";
import { useTranslation } from "react-i18next";
import { CellLinePanel } from "#client/features/matrix/cell-line-panel.tsx";
import { EditPreviewDialog } from "#client/features/matrix/edit-preview-dialog.tsx";
import { MatrixCardList } from "#client/features/matrix/matrix-card-list.tsx";
import { MatrixGrid } from "#client/features/matrix/matrix-grid.tsx";
import { MatrixLegend } from "#client/features/matrix/matrix-legend.tsx";
import { MatrixPrintTable } from "#client/features/matrix/matrix-print-table.tsx";
import { matrixTexts } from "#client/features/matrix/matrix-text.ts";
import { useMatrixEdits } from "#client/features/matrix/use-matrix-edits.ts";
import { useIsPrinting } from "#client/lib/use-is-printing.ts";
import type { Matrix } from "#shared/features/matrix/matrix.ts";

type Opened = { participantId: string; columnId: string | null };

/** The grid, a list by participant on phones, a plain table on paper; and what opens over them. */
export function MatrixBody({ matrix }: { matrix: Matrix }) {
  const { t, i18n } = useTranslation();
  const { measure, currency } = matrix;
  const texts = useMemo(
    () => matrixTexts({ measure, currency }, t, i18n.language),
    [measure, currency, t, i18n.language],
  );
  const edits = useMatrixEdits(matrix, texts);
  const [opened, setOpened] = useState<Opened | null>(null);
  const isPhone = useMediaQuery("(max-width: 47.99em)", false, { getInitialValueInEffect: false });
  const isPrinting = useIsPrinting();
  const open = (participantId: string, columnId: string | null) => setOpened({ participantId, columnId });
  const shared = { matrix, texts };
  if (isPrinting) return <MatrixPrintTable {...shared} />;
  return (
    <>
      <MatrixLegend matrix={matrix} isPhone={isPhone} />
      {isPhone ? (
        <MatrixCardList {...shared} edits={edits} onOpen={open} />
      ) : (
        <MatrixGrid {...shared} edits={edits} onOpen={open} />
      )}
      <CellLinePanel {...shared} opened={opened} onClose={() => setOpened(null)} />
      {edits.preview === null ? null : (
        <EditPreviewDialog {...shared} edits={edits} preview={edits.preview} onClose={edits.dismiss} />
      )}
    </>
  );
}
