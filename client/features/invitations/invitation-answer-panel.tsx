import { useMutation } from "@tanstack/react-query";
import { useTranslation } from "react-i18next";
import { Button, Stack } from "@mantine/core";
import { trpc } from "#client/app/trpc.ts";
import { SignInForm } from "#client/features/accounts/sign-in-form.tsx";
import { InvitationAcceptForm } from "#client/features/invitations/invitation-accept-form.tsx";
import { InvitationJoinForm } from "#client/features/invitations/invitation-join-form.tsx";
import classes from "#client/features/invitations/invitations.module.css";
import { OtherAddressPanel } from "#client/features/invitations/other-address-panel.tsx";
import { FaultAlert } from "#client/ui/fault-alert.tsx";
import { PagePanel } from "#client/ui/page-panel.tsx";
import type { InvitationKey, OpenedInvitation } from "#shared/features/invitations/invitation.ts";

type Props = { invitation: OpenedInvitation; invitationKey: InvitationKey };

/** The way in that fits: an account made here, signing in, one tap, or changing who is signed in; and declining. */
export function InvitationAnswerPanel({ invitation, invitationKey }: Props) {
  const { t } = useTranslation();
  const { way, email } = invitation;
  const decline = useMutation(trpc.invitation.decline.mutationOptions());
  if (decline.isSuccess)
    return (
      <PagePanel title={t("invitations:declined.title")}>
        <p className={classes["note"]} role="status">
          {t("invitations:declined.text")}
        </p>
      </PagePanel>
    );
  if (way === "other-address") return <OtherAddressPanel email={email} />;
  return (
    <PagePanel title={t(`invitations:way.${way}.title`)} description={t(`invitations:way.${way}.text`, { email })}>
      <Stack gap="md">
        {way === "new-account" ? (
          <InvitationJoinForm invitation={invitation} token={invitationKey.token ?? ""} />
        ) : way === "sign-in" ? (
          <SignInForm email={email} />
        ) : (
          <InvitationAcceptForm invitationKey={invitationKey} organisation={invitation.organisationName} />
        )}
        <FaultAlert error={decline.error} />
        <Button
          variant="subtle"
          color="gray"
          loading={decline.isPending}
          onClick={() => decline.mutate(invitationKey)}
          style={{ alignSelf: "flex-start" }}
        >
          {t("invitations:decline")}
        </Button>
      </Stack>
    </PagePanel>
  );
}
