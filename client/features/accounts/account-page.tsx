import { useTranslation } from "react-i18next";
import { PageHeader } from "#client/ui/page-header.tsx";

export function AccountPage() {
  const { t } = useTranslation();
  return <PageHeader title={t("frame:account")} />;
}
