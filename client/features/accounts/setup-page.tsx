import { Button, Stack } from "@mantine/core";
import { Link, Navigate, useSearch } from "@tanstack/react-router";
import type { ReactNode } from "react";
import { useTranslation } from "react-i18next";
import { useSession } from "#client/app/session.ts";
import { SetupChoiceList } from "#client/features/accounts/setup-choice-list.tsx";
import { SetupForm } from "#client/features/accounts/setup-form.tsx";
import { useLink } from "#client/features/accounts/use-link.ts";
import { FaultAlert } from "#client/ui/fault-alert.tsx";
import { Loading } from "#client/ui/loading.tsx";
import { PageHeader } from "#client/ui/page-header.tsx";
import { PagePanel } from "#client/ui/page-panel.tsx";
import classes from "#client/features/accounts/accounts.module.css";

/** The first start: who administers, for which cluster, and with what to begin. */
export function SetupPage(): ReactNode {
  const { t } = useTranslation();
  const { user, installation } = useSession();
  const { token } = useSearch({ from: "/setup" });
  if (user?.isAdministrator) {
    return (
      <>
        <PageHeader
          title={t("accounts:setup.doneTitle", { name: installation.name })}
          description={t("accounts:setup.doneText")}
        />
        <SetupChoiceList />
      </>
    );
  }
  if (user !== null) return <Navigate to="/" replace />;
  if (!installation.needsSetup) {
    return (
      <>
        <PageHeader title={t("accounts:setup.alreadyTitle")} description={t("accounts:setup.alreadyText")} />
        <Button component={Link} to="/sign-in" style={{ alignSelf: "flex-start" }}>
          {t("accounts:signIn")}
        </Button>
      </>
    );
  }
  return token === undefined ? <LinkNeeded /> : <LinkedSetup key={token} token={token} />;
}

function LinkedSetup({ token }: { token: string }) {
  const { t } = useTranslation();
  const link = useLink(token);
  if (link.isPending) return <Loading />;
  if (link.isError) return <LinkNeeded error={link.error} />;
  return (
    <>
      <PageHeader title={t("accounts:setup.title")} description={t("accounts:setup.text")} />
      <PagePanel>
        <SetupForm token={token} />
      </PagePanel>
    </>
  );
}

function LinkNeeded({ error }: { error?: unknown }) {
  const { t } = useTranslation();
  return (
    <>
      <PageHeader title={t("accounts:setup.linkTitle")} />
      <PagePanel>
        <Stack gap="md">
          <FaultAlert error={error} />
          <p style={{ margin: 0 }}>{t("accounts:setup.linkText")}</p>
          <code className={classes["command"]}>npm start</code>
        </Stack>
      </PagePanel>
    </>
  );
}
