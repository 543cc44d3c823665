import { Anchor, Stack } from "@mantine/core";
import { Link, useSearch } from "@tanstack/react-router";
import { useTranslation } from "react-i18next";
import { NewPasswordForm } from "#client/features/accounts/new-password-form.tsx";
import { ResetRequestForm } from "#client/features/accounts/reset-request-form.tsx";
import { useLink } from "#client/features/accounts/use-link.ts";
import { FaultAlert } from "#client/ui/fault-alert.tsx";
import { Loading } from "#client/ui/loading.tsx";
import { PageHeader } from "#client/ui/page-header.tsx";
import { PagePanel } from "#client/ui/page-panel.tsx";

/** Without a token: asks for a mailed link. With one: chooses the password. */
export function ResetPage() {
  const { t } = useTranslation();
  const { token } = useSearch({ from: "/reset" });
  if (token !== undefined) return <LinkedReset key={token} token={token} />;
  return (
    <>
      <PageHeader title={t("accounts:resetTitle")} description={t("accounts:resetText")} />
      <PagePanel>
        <ResetRequestForm />
      </PagePanel>
    </>
  );
}

function LinkedReset({ token }: { token: string }) {
  const { t } = useTranslation();
  const link = useLink(token);
  if (link.isPending) return <Loading />;
  if (link.isError) {
    return (
      <>
        <PageHeader title={t("accounts:linkFailed")} />
        <PagePanel>
          <Stack gap="md">
            <FaultAlert error={link.error} />
            <Anchor component={Link} to="/reset">
              {t("accounts:askForNewLink")}
            </Anchor>
            <Anchor component={Link} to="/sign-in">
              {t("accounts:backToSignIn")}
            </Anchor>
          </Stack>
        </PagePanel>
      </>
    );
  }
  const isWelcome = link.data.kind === "welcome";
  return (
    <>
      <PageHeader
        title={t(isWelcome ? "accounts:welcomeTitle" : "accounts:newPasswordTitle")}
        description={t(isWelcome ? "accounts:welcomeText" : "accounts:newPasswordText")}
      />
      <PagePanel>
        <NewPasswordForm token={token} link={link.data} />
      </PagePanel>
    </>
  );
}
