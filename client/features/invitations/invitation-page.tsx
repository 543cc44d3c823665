import { useSearch } from "@tanstack/react-router";
import { useTranslation } from "react-i18next";
import { useSession } from "#client/app/session.ts";
import { SignInForm } from "#client/features/accounts/sign-in-form.tsx";
import { InvitationAnswerPanel } from "#client/features/invitations/invitation-answer-panel.tsx";
import { InvitationFactsPanel } from "#client/features/invitations/invitation-facts-panel.tsx";
import { InvitationFailedPanel } from "#client/features/invitations/invitation-failed-panel.tsx";
import { useInvitation } from "#client/features/invitations/use-invitation.ts";
import { Loading } from "#client/ui/loading.tsx";
import { PageHeader } from "#client/ui/page-header.tsx";
import { PagePanel } from "#client/ui/page-panel.tsx";

/** What the letter of an invitation opens: what it is about, and the way in that fits whoever opened it. */
export function InvitationPage() {
  const { t } = useTranslation();
  const { user } = useSession();
  const { token, id } = useSearch({ from: "/invitation" });
  const key = token === undefined ? (id === undefined ? {} : { id }) : { token };
  const opened = useInvitation(key);
  if (token === undefined && user === null) {
    return (
      <>
        <PageHeader title={t("invitations:forManagers.title")} description={t("invitations:forManagers.text")} />
        <PagePanel>
          <SignInForm />
        </PagePanel>
      </>
    );
  }
  if (opened.isPending) return <Loading />;
  if (opened.isError) return <InvitationFailedPanel error={opened.error} />;
  const { acronym, organisationName } = opened.data;
  return (
    <>
      <PageHeader
        title={t("invitations:page.title", { project: acronym })}
        description={t("invitations:page.text", { organisation: organisationName })}
      />
      <InvitationFactsPanel invitation={opened.data} />
      <InvitationAnswerPanel key={opened.data.way} invitation={opened.data} invitationKey={key} />
    </>
  );
}
