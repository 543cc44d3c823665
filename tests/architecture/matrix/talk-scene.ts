import type { Database } from "#server/db/database.ts";
import type { Person } from "#shared/features/members/standing.ts";
import { builtAt } from "#tests/support/build.ts";
import { buildAttachment } from "#tests/support/build-attachment.ts";
import { buildComment } from "#tests/support/build-comment.ts";
import { buildDecision } from "#tests/support/build-decision.ts";
import { buildInvitation } from "#tests/support/build-invitation.ts";

import type { Row } from "./row-inputs.ts";

/** What hangs on one member's lines and reports. */
export type Attached = { remark: Row; removedRemark: Row; file: Row; draftFile: Row };

type Owner = { db: Database; projectId: string; organisationId: string; writer: Person };

/** A remark on a line, one its writer took away, evidence that was handed in and evidence that was not. */
export async function attachTalk(
  { db, projectId, organisationId, writer }: Owner,
  holding: { agreed: Row; draft: Row; submitted: Row },
): Promise<Attached> {
  const { userId } = writer;
  const said = { subject: "contribution" as const, contributionId: holding.agreed.id, byUserId: userId };
  const project = { id: projectId };
  const report = (row: Row) => ({ id: row.id, projectId });
  return {
    remark: await buildComment(db, project, { ...said, byOrganisationId: organisationId }),
    removedRemark: await buildComment(db, project, {
      ...said,
      byOrganisationId: organisationId,
      removedAt: builtAt,
      removedById: userId,
    }),
    file: await buildAttachment(db, report(holding.submitted), { id: organisationId }, { byUserId: userId }),
    draftFile: await buildAttachment(
      db,
      report(holding.draft),
      { id: organisationId },
      { byUserId: userId, handedInAt: null },
    ),
  };
}

/** What the coordinator asks of the members of a project. */
export type Questions = { question: Row; vote: Row; invitation: Row };

/** A participant as it is asked and invited. */
export type Asked = Row & { projectId: string; organisationId: string };

const later = 4_000_000_000_000;

/** A question not put yet, one the accepted members vote on, and the open invitation of a member. */
export async function askQuestions(
  db: Database,
  coordinator: Person,
  projectId: string,
  { accepted, invited }: { accepted: readonly Asked[]; invited: Asked },
): Promise<Questions> {
  const project = { id: projectId };
  return {
    question: await buildDecision(db, project, { byUserId: coordinator.userId, closesAt: later }),
    vote: await buildDecision(db, project, {
      byUserId: coordinator.userId,
      state: "open",
      openedAt: builtAt,
      closesAt: later,
      electorate: accepted.map(({ organisationId }) => ({ organisationId, name: "Member", weight: 1 })),
    }),
    invitation: await buildInvitation(db, invited, coordinator, { email: "" }),
  };
}
