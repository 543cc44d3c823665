import type { TFunction } from "i18next";
import { exportStateText } from "#client/features/exports/export-words-text.ts";
import { ExportRowActions } from "#client/features/exports/export-row-actions.tsx";
import type { Column } from "#client/ui/data-table.tsx";
import { NoValue } from "#client/ui/no-value.tsx";
import { RelativeTime } from "#client/ui/relative-time.tsx";
import { StateBadge, type Tone } from "#client/ui/state-badge.tsx";
import type { ExportRow } from "#shared/features/exports/export.ts";

/** Columns of the history of exports. */
export const exportColumns = (t: TFunction, acronym: string): Column<ExportRow>[] => [
  { id: "made", header: t("exports:made"), cell: (row) => <RelativeTime at={row.createdAt} /> },
  { id: "document", header: t("exports:documentLabel"), cell: (row) => t(`exports:document.${row.document}`) },
  { id: "format", header: t("exports:formatLabel"), cell: (row) => t(`exports:format.${row.format}`) },
  { id: "audience", header: t("exports:audienceLabel"), cell: (row) => t(`exports:audience.${row.audience}`) },
  {
    id: "language",
    header: t("exports:languageLabel"),
    cell: (row) => t(`exports:language.${row.language}`),
    isWideOnly: true,
  },
  {
    id: "state",
    header: t("exports:stateLabel"),
    cell: (row) => <StateBadge tone={toneOf(row)}>{exportStateText(row, t)}</StateBadge>,
  },
  {
    id: "until",
    header: t("exports:until"),
    cell: (row) => (row.isReady && row.expiresAt !== null ? <RelativeTime at={row.expiresAt} /> : <NoValue />),
    isWideOnly: true,
  },
  { id: "actions", header: t("exports:actions"), cell: (row) => <ExportRowActions row={row} acronym={acronym} /> },
];

function toneOf(row: ExportRow): Tone {
  if (row.state === "pending") return "waiting";
  if (row.state === "running") return "active";
  if (row.state === "failed") return "bad";
  return row.isReady ? "good" : "idle";
}
