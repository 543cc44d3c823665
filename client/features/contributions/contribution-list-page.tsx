import { useTranslation } from "react-i18next";
import { PageHeader } from "#client/ui/page-header.tsx";

export function ContributionListPage() {
  const { t } = useTranslation();
  return <PageHeader title={t("frame:contributions")} />;
}
