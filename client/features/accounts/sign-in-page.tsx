import { useRouter, useSearch } from "@tanstack/react-router";
import { useEffect } from "react";
import { useTranslation } from "react-i18next";
import { useSession } from "#client/app/session.ts";
import { ownPath } from "#client/features/accounts/own-path.ts";
import { SignInForm } from "#client/features/accounts/sign-in-form.tsx";
import { PageHeader } from "#client/ui/page-header.tsx";
import { PagePanel } from "#client/ui/page-panel.tsx";

/** Signs in and goes on to the page that asked for it; whoever is signed in already goes on at once. */
export function SignInPage() {
  const { t } = useTranslation();
  const { user, installation } = useSession();
  const { next } = useSearch({ from: "/sign-in" });
  const { history } = useRouter();
  useEffect(() => {
    if (user !== null) history.replace(ownPath(next));
  }, [user, next, history]);
  return (
    <>
      <PageHeader
        title={t("accounts:signInTitle")}
        description={t("accounts:signInText", { name: installation.name })}
      />
      <PagePanel>
        <SignInForm />
      </PagePanel>
    </>
  );
}
