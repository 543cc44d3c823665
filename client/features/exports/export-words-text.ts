import type { TFunction } from "i18next";
import type { ExportRow } from "#shared/features/exports/export.ts";

/** Where the finished file is fetched. */
export function exportFileUrl(id: string): string {
  return `/api/exports/${id}/file`;
}

/** What has become of an export, in one sentence. */
export function exportStateText(row: ExportRow, t: TFunction): string {
  if (row.state === "running" || row.state === "pending") return t(`exports:stage.${row.stage}`);
  if (row.state === "failed") {
    return t(`faults:${row.errorCode ?? "EXPORT_FAILED"}`, { defaultValue: t("exports:failedText") });
  }
  if (row.state === "cancelled") return t("exports:state.cancelled");
  return row.isReady ? t("exports:state.finished") : t("exports:state.expired");
}
