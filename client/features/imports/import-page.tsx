import { useTranslation } from "react-i18next";
import { useSession } from "#client/app/session.ts";
import { ImportForm } from "#client/features/imports/import-form.tsx";
import { ImportHistoryPanel } from "#client/features/imports/import-history-panel.tsx";
import { ImportPreviewPanel } from "#client/features/imports/import-preview-panel.tsx";
import { ImportResultPanel } from "#client/features/imports/import-result-panel.tsx";
import { PlanMappingForm } from "#client/features/imports/plan-mapping-form.tsx";
import { PlanTablePanel } from "#client/features/imports/plan-table-panel.tsx";
import { useImport } from "#client/features/imports/use-import.ts";
import { EmptyState } from "#client/ui/empty-state.tsx";
import { FaultAlert } from "#client/ui/fault-alert.tsx";
import { Loading } from "#client/ui/loading.tsx";
import { PageHeader } from "#client/ui/page-header.tsx";
import { PagePanel } from "#client/ui/page-panel.tsx";
import { StepIndicator } from "#client/ui/step-indicator.tsx";

/** Consortia from files: choose, look at what would happen, import, and take it back if it was wrong. */
export function ImportPage() {
  const { t } = useTranslation();
  const { user, actingFor } = useSession();
  const state = useImport();
  const { id, shown, reading, sent, facts, mapping, writing, undoing, open, leave, stop } = state;
  const mayWrite = actingFor !== null && actingFor.role !== "viewer";
  const isCluster = actingFor !== null && (actingFor.kind === "cluster" || actingFor.kind === "association");
  if (!(user?.isAdministrator || (mayWrite && isCluster))) {
    return (
      <EmptyState kind="no-right" title={t("imports:noRight")} isPage>
        {t("imports:noRightHint")}
      </EmptyState>
    );
  }
  const isDecided = shown.data !== undefined && shown.data.stage !== "previewed";
  const isMapping = id === null && facts.data !== undefined;
  // The columns of a known format need nobody to say what they are.
  const hasColumns = facts.data !== undefined;
  const last = hasColumns ? 3 : 2;
  const step = isMapping ? 1 : id === null ? 0 : isDecided ? last : last - 1;
  const names = ["files", ...(hasColumns ? ["columns"] : []), "preview", "result"];
  return (
    <>
      <PageHeader title={t("frame:imports")} description={t("imports:description")} />
      <StepIndicator steps={names.map((name) => t(`imports:step.${name}`))} present={step} />
      {isMapping && facts.data ? (
        <PlanMappingForm facts={facts.data} mapping={mapping} onLeave={leave} />
      ) : id === null ? (
        <>
          <PagePanel title={t("imports:filesTitle")}>
            <ImportForm reading={reading} sent={sent} />
          </PagePanel>
          <PlanTablePanel facts={facts} />
          <ImportHistoryPanel onOpen={open} />
        </>
      ) : (
        <>
          <FaultAlert error={shown.error} onRetry={() => void shown.refetch()} />
          {shown.data === undefined ? (
            shown.isError ? null : (
              <Loading />
            )
          ) : (
            <>
              <ImportResultPanel detail={shown.data} writing={writing} undoing={undoing} leave={leave} stop={stop} />
              <ImportPreviewPanel preview={shown.data.preview} />
            </>
          )}
        </>
      )}
    </>
  );
}
