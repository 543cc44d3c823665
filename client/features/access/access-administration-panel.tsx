import { useQuery } from "@tanstack/react-query";
import { useTranslation } from "react-i18next";
import { useSession } from "#client/app/session.ts";
import { trpc } from "#client/app/trpc.ts";
import { AccessList } from "#client/features/access/access-list.tsx";
import { PagePanel } from "#client/ui/page-panel.tsx";

/** To administrators: every emergency access of the installation. */
export function AccessAdministrationPanel() {
  const { t } = useTranslation();
  const isAdministrator = useSession().user?.isAdministrator === true;
  const found = useQuery({ ...trpc.access.list.queryOptions(), enabled: isAdministrator });
  if (!isAdministrator) return null;
  return (
    <PagePanel title={t("access:all.title")} description={t("access:all.text")} isFlush>
      <AccessList rows={found.data?.rows ?? []} withOrganisation />
    </PagePanel>
  );
}
