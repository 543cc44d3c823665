import { useMutation } from "@tanstack/react-query";
import type { TFunction } from "i18next";
import { useTranslation } from "react-i18next";
import { trpc } from "#client/app/trpc.ts";
import { BinRestoreButton } from "#client/features/activity/bin-restore-button.tsx";
import { useFormat } from "#client/lib/use-format.ts";
import { type Column, DataTable } from "#client/ui/data-table.tsx";
import { EmptyState } from "#client/ui/empty-state.tsx";
import { FaultAlert } from "#client/ui/fault-alert.tsx";
import { PagePanel } from "#client/ui/page-panel.tsx";
import { RelativeTime } from "#client/ui/relative-time.tsx";
import type { BinRow } from "#shared/features/changes/bin.ts";
import type { UndoResult } from "#shared/features/changes/undo.ts";

type Props = { label: string; rows: readonly BinRow[] | undefined };

/** What was removed and can come back, with the way back. */
export function BinPanel({ label, rows }: Props) {
  const { t } = useTranslation();
  const format = useFormat();
  const restore = useMutation(trpc.bin.restore.mutationOptions());
  const busySeq = restore.isPending ? restore.variables.seq : null;
  const columns = columnsOf(t, format, { busySeq, onRestore: (seq) => restore.mutate({ seq }) });
  return (
    <>
      <FaultAlert error={restore.error} />
      <p role="status">{restore.data ? outcomeText(restore.data, t) : null}</p>
      <PagePanel isFlush>
        <DataTable
          label={label}
          columns={columns}
          rows={rows}
          rowKey={(row) => String(row.seq)}
          empty={
            <EmptyState kind="nothing-yet" title={t("bin:none")}>
              {t("bin:noneHint")}
            </EmptyState>
          }
        />
      </PagePanel>
    </>
  );
}

type Format = ReturnType<typeof useFormat>;
type Restoring = { busySeq: number | null; onRestore: (seq: number) => void };

function columnsOf(t: TFunction, format: Format, { busySeq, onRestore }: Restoring): Column<BinRow>[] {
  return [
    ...describing(t),
    {
      id: "daysLeft",
      header: t("bin:daysLeft"),
      cell: (row) => t("bin:days", { count: row.daysLeft, days: format.count(row.daysLeft) }),
    },
    {
      id: "restore",
      header: t("bin:action"),
      cell: (row) => <BinRestoreButton row={row} busySeq={busySeq} onRestore={onRestore} />,
    },
  ];
}

function describing(t: TFunction): Column<BinRow>[] {
  return [
    {
      id: "title",
      header: t("bin:what"),
      isName: true,
      cell: (row) => (
        <>
          {row.title ?? t(`activity:entities.${row.entity}`)}
          {row.withIt > 0 ? ` ${t("bin:withIt", { count: row.withIt })}` : null}
        </>
      ),
    },
    { id: "entity", header: t("activity:kindOfRecord"), cell: (row) => t(`activity:entities.${row.entity}`) },
    {
      id: "removed",
      header: t("bin:removed"),
      cell: (row) => (
        <>
          <RelativeTime at={row.removedAt} /> · {row.removedByName ?? t("activity:system")}
        </>
      ),
    },
  ];
}

function outcomeText({ adjusted, skipped }: UndoResult, t: TFunction): string {
  const changed = adjusted.map(({ field, value }) =>
    t("activity:undo.adjusted", {
      field: t(`activity:fields.${field}`, { defaultValue: field }),
      value: value ?? t("activity:empty"),
    }),
  );
  const reasons = [...new Set(skipped.map(({ reason }) => reason))].map((reason) =>
    t(`activity:undo.reasons.${reason}`),
  );
  return [t("bin:restored"), ...changed, ...reasons].join(" ");
}
