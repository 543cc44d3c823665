import { useTranslation } from "react-i18next";
import classes from "#client/features/invitations/invitations.module.css";
import { useFormat } from "#client/lib/use-format.ts";
import { PagePanel } from "#client/ui/page-panel.tsx";
import type { OpenedInvitation } from "#shared/features/invitations/invitation.ts";

/** What somebody is invited to, by whom, as what, and until when. */
export function InvitationFactsPanel({ invitation }: { invitation: OpenedInvitation }) {
  const { t } = useTranslation();
  const format = useFormat();
  const { role, seatRole, message } = invitation;
  const facts: [string, string][] = [
    [t("invitations:fact.project"), `${invitation.acronym}: ${invitation.title}`],
    [t("invitations:fact.organisation"), invitation.organisationName],
    [t("invitations:fact.role"), t(`participants:role.${role}`)],
    [t("invitations:fact.inviter"), `${invitation.inviterName}, ${invitation.inviterOrganisationName}`],
    ...(seatRole === null
      ? []
      : [
          [t("invitations:fact.seat"), `${t(`common:role.${seatRole}`)}. ${t(`accounts:roleText.${seatRole}`)}`] as [
            string,
            string,
          ],
        ]),
    [t("invitations:fact.until"), format.instant(invitation.expiresAt)],
  ];
  return (
    <PagePanel>
      {message === "" ? null : <blockquote className={classes["message"]}>{message}</blockquote>}
      <dl className={classes["facts"]}>
        {facts.map(([name, value]) => (
          <div key={name}>
            <dt>{name}</dt>
            <dd>{value}</dd>
          </div>
        ))}
      </dl>
    </PagePanel>
  );
}
