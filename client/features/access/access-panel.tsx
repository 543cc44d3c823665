import { useQuery } from "@tanstack/react-query";
import { useTranslation } from "react-i18next";
import { useSession } from "#client/app/session.ts";
import { trpc } from "#client/app/trpc.ts";
import { AccessList } from "#client/features/access/access-list.tsx";
import { AccessOpenForm } from "#client/features/access/access-open-form.tsx";
import { PagePanel } from "#client/ui/page-panel.tsx";

/** On an organisation's page: to its managers who looked at its part, to administrators the way to do so. */
export function AccessPanel({ organisationId }: { organisationId: string }) {
  const { t } = useTranslation();
  const { user } = useSession();
  const found = useQuery(trpc.access.ofOrganisation.queryOptions({ organisationId }));
  const rows = found.data?.rows ?? null;
  return (
    <>
      {rows === null ? null : (
        <PagePanel title={t("access:looked.title")} description={t("access:looked.text")} isFlush>
          <AccessList rows={rows} />
        </PagePanel>
      )}
      {user?.isAdministrator ? (
        <PagePanel title={t("access:open.title")} description={t("access:open.text")}>
          <AccessOpenForm organisationId={organisationId} />
        </PagePanel>
      ) : null}
    </>
  );
}
