import { useTranslation } from "react-i18next";
import { PageHeader } from "#client/ui/page-header.tsx";

export function HomePage() {
  const { t } = useTranslation();
  return <PageHeader title={t("frame:home")} />;
}
