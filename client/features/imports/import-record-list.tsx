import { useTranslation } from "react-i18next";
import classes from "#client/features/imports/imports.module.css";
import { recordColumns } from "#client/features/imports/record-columns.tsx";
import { useFormat } from "#client/lib/use-format.ts";
import { DataTable } from "#client/ui/data-table.tsx";
import { EmptyState } from "#client/ui/empty-state.tsx";
import type { ImportSample } from "#shared/features/imports/import.ts";
import type { ImportKind } from "#shared/features/imports/import-words.ts";

type Props = { kind: ImportKind; rows: readonly ImportSample[]; total: number };

/** The first records of one kind: what becomes of each, and old and new value of every field that changes. */
export function ImportRecordList({ kind, rows, total }: Props) {
  const { t } = useTranslation();
  const format = useFormat();
  return (
    <>
      <DataTable
        label={t(`imports:kind.${kind}`)}
        columns={recordColumns(t, format, kind)}
        rows={rows}
        rowKey={(row) => row.key}
        empty={<EmptyState kind="nothing-yet" title={t("imports:noRecords")} />}
      />
      {total > rows.length ? (
        <p className={classes["below"]}>{t("imports:firstOf", { shown: rows.length, count: total })}</p>
      ) : null}
    </>
  );
}
