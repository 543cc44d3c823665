import { useTranslation } from "react-i18next";
import { AmendmentSheetButtons } from "#client/features/baselines/amendment-sheet-buttons.tsx";
import classes from "#client/features/baselines/baselines.module.css";
import { ComparisonList } from "#client/features/baselines/comparison-list.tsx";
import { comparisonColumns } from "#client/features/baselines/comparison-columns.tsx";
import { signed } from "#client/features/baselines/comparison-text.ts";
import { MovementTable } from "#client/features/baselines/movement-table.tsx";
import { useFormat } from "#client/lib/use-format.ts";
import { DataTable } from "#client/ui/data-table.tsx";
import { EmptyState } from "#client/ui/empty-state.tsx";
import { StatRow } from "#client/ui/stat-row.tsx";
import { StatTile } from "#client/ui/stat-tile.tsx";
import type { Comparison } from "#shared/features/baselines/baseline.ts";

type Props = {
  comparison: Comparison;
  kind: string | undefined;
  owner: string | undefined;
  view: "sentences" | "table";
};

/** Totals of a comparison, its changes as chosen, and its sums by organisation and stream. */
export function ComparisonResult({ comparison, kind, owner, view }: Props) {
  const { t } = useTranslation();
  const format = useFormat();
  const { total } = comparison.movements;
  const shown = comparison.rows.filter(
    (row) => (kind === undefined || row.kind === kind) && (owner === undefined || row.participantId === owner),
  );
  if (comparison.rows.length === 0)
    return (
      <EmptyState kind="nothing-found" title={t("baselines:same")}>
        {t("baselines:sameHint")}
      </EmptyState>
    );
  const days = (count: number) => t("baselines:days", { count });
  return (
    <>
      <StatRow label={t("baselines:totals")}>
        <StatTile label={t("baselines:changes")} value={format.count(comparison.rows.length)} />
        <StatTile
          label={t("baselines:datesMoved")}
          value={signed(total.laterDays, days)}
          note={t("baselines:earlierBy", { days: days(total.earlierDays) })}
        />
        <StatTile
          label={t("baselines:effortMoved")}
          value={signed(total.effortAfter - total.effortBefore, format.effort)}
          note={`${format.effort(total.effortBefore)} → ${format.effort(total.effortAfter)}`}
        />
        <StatTile
          label={t("baselines:moneyMoved")}
          value={signed(total.centsAfter - total.centsBefore, (cents) => format.money(cents, comparison.currency))}
          note={`${format.money(total.centsBefore, comparison.currency)} → ${format.money(total.centsAfter, comparison.currency)}`}
        />
      </StatRow>
      {comparison.isPartial ? <p className={classes["quiet"]}>{t("baselines:partial")}</p> : null}
      {shown.length === 0 ? (
        <EmptyState kind="nothing-found" title={t("baselines:nothingHere")} />
      ) : view === "table" ? (
        <DataTable
          label={t("baselines:changes")}
          columns={comparisonColumns(t, format, comparison)}
          rows={shown}
          rowKey={(row) => `${row.kind} ${row.id}`}
          empty={null}
        />
      ) : (
        <ComparisonList comparison={comparison} rows={shown} />
      )}
      <MovementTable comparison={comparison} />
      <AmendmentSheetButtons comparison={comparison} />
    </>
  );
}
