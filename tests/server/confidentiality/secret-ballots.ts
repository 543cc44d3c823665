import type { Database } from "#server/db/database.ts";
import { castVote } from "#server/features/decisions/vote-service.ts";
import { actAs, type Consortium } from "#tests/support/build-consortium.ts";
import { buildDecision } from "#tests/support/build-decision.ts";
import { builtAt } from "#tests/support/build.ts";

/** Why somebody votes as it does while the vote is open, and a question nobody was asked yet. */
export const ballots = { reason: "Numbat reason", paper: "Serval question" };

/** An open vote in which the member has voted, and a question that only the coordinator has written down. */
export async function buildSecretBallots(db: Database, scene: Consortium) {
  const { owners, people, project } = scene;
  const asked = await buildDecision(db, project, {
    state: "open",
    openedAt: builtAt,
    closesAt: 4_000_000_000_000,
    electorate: [owners.coordinator, owners.member, owners.other].map(({ id, name }) => ({
      organisationId: id,
      name,
      weight: 1,
    })),
  });
  await actAs(db, people.member, (tx) =>
    castVote(tx, people.member, { decisionId: asked.id, version: null, choice: "no", reason: ballots.reason }),
  );
  return { asked, draft: await buildDecision(db, project, { title: ballots.paper, closesAt: 4_000_000_000_000 }) };
}
