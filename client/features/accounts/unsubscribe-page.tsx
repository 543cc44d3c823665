import { Button, Stack } from "@mantine/core";
import { useMutation } from "@tanstack/react-query";
import { Link, useSearch } from "@tanstack/react-router";
import { useTranslation } from "react-i18next";
import { endMails } from "#client/features/accounts/end-mails.ts";
import { FaultAlert } from "#client/ui/fault-alert.tsx";
import { PageHeader } from "#client/ui/page-header.tsx";
import { PagePanel } from "#client/ui/page-panel.tsx";
import { mailTopics } from "#shared/features/accounts/account-words.ts";

/** Ends mails of one sort after a click: opening the link alone does nothing, for programs that look at mails open links. */
export function UnsubscribePage() {
  const { t } = useTranslation();
  const { token } = useSearch({ from: "/unsubscribe" });
  const end = useMutation({ mutationFn: endMails });
  const topic = mailTopics.find((each) => token?.startsWith(`${each}.`)) ?? "requests";
  if (end.isSuccess)
    return (
      <>
        <PageHeader title={t("accounts:unsubscribe.doneTitle")} />
        <PagePanel>
          <Stack gap="md" align="flex-start">
            <p role="status">{t("accounts:unsubscribe.done")}</p>
            <Button component={Link} to="/account" variant="default">
              {t("accounts:unsubscribe.toAccount")}
            </Button>
          </Stack>
        </PagePanel>
      </>
    );
  return (
    <>
      <PageHeader title={t("accounts:unsubscribe.title")} description={t(`accounts:unsubscribe.${topic}`)} />
      <PagePanel>
        <Stack gap="md" align="flex-start">
          <p>{t("accounts:unsubscribe.still")}</p>
          <FaultAlert error={end.error} />
          <Button loading={end.isPending} onClick={() => end.mutate(token ?? "")}>
            {t("accounts:unsubscribe.confirm")}
          </Button>
        </Stack>
      </PagePanel>
    </>
  );
}
