import { Anchor, Stack } from "@mantine/core";
import { Link } from "@tanstack/react-router";
import { useTranslation } from "react-i18next";
import { useSession } from "#client/app/session.ts";
import classes from "#client/features/invitations/invitations.module.css";
import { faultOf } from "#client/lib/fault.ts";
import { FaultAlert } from "#client/ui/fault-alert.tsx";
import { PageHeader } from "#client/ui/page-header.tsx";
import { PagePanel } from "#client/ui/page-panel.tsx";

const told = [
  "LINK_UNKNOWN",
  "LINK_USED",
  "LINK_EXPIRED",
  "LINK_REVOKED",
  "INVITER_LOST_RIGHT",
  "ORGANISATION_STAFFED",
  "NOT_FOUND",
];

/** Why a letter opens nothing any more, and what to do. */
export function InvitationFailedPanel({ error }: { error: unknown }) {
  const { t } = useTranslation();
  const { user } = useSession();
  const code = told.find((each) => each === faultOf(error).appCode);
  return (
    <>
      <PageHeader title={t(code === undefined ? "accounts:linkFailed" : `invitations:failed.${code}.title`)} />
      <PagePanel>
        <Stack gap="md">
          {code === undefined ? (
            <FaultAlert error={error} onRetry={() => window.location.reload()} />
          ) : (
            <p className={classes["note"]}>{t(`invitations:failed.${code}.text`)}</p>
          )}
          <Anchor component={Link} to={user === null ? "/sign-in" : "/"}>
            {t(user === null ? "accounts:signIn" : "invitations:toHome")}
          </Anchor>
        </Stack>
      </PagePanel>
    </>
  );
}
