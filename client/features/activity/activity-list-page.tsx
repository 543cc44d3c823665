import { useTranslation } from "react-i18next";
import { PageHeader } from "#client/ui/page-header.tsx";

export function ActivityListPage() {
  const { t } = useTranslation();
  return <PageHeader title={t("frame:activity")} />;
}
