import { Alert } from "@mantine/core";
import { IconMailOff } from "@tabler/icons-react";
import { useTranslation } from "react-i18next";
import { useSession } from "#client/app/session.ts";

/** Says where mails are when no mail server is configured; nothing otherwise. */
export function OutboxNotice() {
  const { t } = useTranslation();
  const { installation } = useSession();
  if (installation.mail === "smtp") return null;
  return (
    <Alert
      variant="light"
      color="gray"
      icon={<IconMailOff size={18} aria-hidden="true" />}
      title={t("accounts:outbox.title")}
    >
      {t("accounts:outbox.text")}
    </Alert>
  );
}
