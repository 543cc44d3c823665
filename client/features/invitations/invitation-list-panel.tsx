import { useQuery } from "@tanstack/react-query";
import { useTranslation } from "react-i18next";
import { trpc } from "#client/app/trpc.ts";
import { invitationColumns } from "#client/features/invitations/invitation-columns.tsx";
import { useFormat } from "#client/lib/use-format.ts";
import { DataTable } from "#client/ui/data-table.tsx";
import { FaultAlert } from "#client/ui/fault-alert.tsx";
import { PagePanel } from "#client/ui/page-panel.tsx";

/** The invitations by mail of a project and how they went, for those who may know of them; nothing while there are none. */
export function InvitationListPanel({ projectId }: { projectId: string }) {
  const { t } = useTranslation();
  const format = useFormat();
  const found = useQuery(trpc.invitation.list.queryOptions({ projectId }));
  if (found.error) return <FaultAlert error={found.error} onRetry={() => void found.refetch()} />;
  if (found.data === undefined || found.data.rows.length === 0) return null;
  return (
    <PagePanel title={t("invitations:list.title")} description={t("invitations:list.text")} isFlush>
      <DataTable
        label={t("invitations:list.title")}
        columns={invitationColumns(t, format.instant)}
        rows={found.data.rows}
        rowKey={(row) => row.id}
        empty={null}
      />
    </PagePanel>
  );
}
