import { useQuery } from "@tanstack/react-query";
import { useTranslation } from "react-i18next";
import { trpc } from "#client/app/trpc.ts";
import { RequestSettingsForm } from "#client/features/reporting/request-settings-form.tsx";
import { FaultAlert } from "#client/ui/fault-alert.tsx";
import { Loading } from "#client/ui/loading.tsx";
import { PagePanel } from "#client/ui/page-panel.tsx";
import type { PeriodRow } from "#shared/features/reporting/period.ts";

type Props = { projectId: string; period: PeriodRow };

/** When and how members are asked for their reports, with a preview for a period. */
export function RequestSettingsPanel({ projectId, period }: Props) {
  const { t } = useTranslation();
  const found = useQuery(trpc.period.settings.queryOptions({ projectId }));
  return (
    <PagePanel title={t("reporting:askTitle")} description={t("reporting:askText")}>
      <FaultAlert error={found.error} onRetry={() => void found.refetch()} />
      {found.data === undefined ? (
        found.error === null && <Loading />
      ) : (
        <RequestSettingsForm key={found.data.version} projectId={projectId} saved={found.data} period={period} />
      )}
    </PagePanel>
  );
}
