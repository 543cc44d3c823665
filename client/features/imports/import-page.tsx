import { useTranslation } from "react-i18next";
import { useSession } from "#client/app/session.ts";
import { ImportForm } from "#client/features/imports/import-form.tsx";
import { ImportHistoryPanel } from "#client/features/imports/import-history-panel.tsx";
import { ImportPreviewPanel } from "#client/features/imports/import-preview-panel.tsx";
import { ImportResultPanel } from "#client/features/imports/import-result-panel.tsx";
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
  const { id, shown, reading, sent, writing, undoing, open, leave } = state;
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
  const step = id === null ? 0 : isDecided ? 2 : 1;
  return (
    <>
      <PageHeader title={t("frame:imports")} description={t("imports:description")} />
      <StepIndicator
        steps={[t("imports:step.files"), t("imports:step.preview"), t("imports:step.result")]}
        present={step}
      />
      {id === null ? (
        <>
          <PagePanel title={t("imports:filesTitle")}>
            <ImportForm reading={reading} sent={sent} />
          </PagePanel>
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
              <ImportResultPanel detail={shown.data} writing={writing} undoing={undoing} leave={leave} />
              <ImportPreviewPanel preview={shown.data.preview} />
            </>
          )}
        </>
      )}
    </>
  );
}
