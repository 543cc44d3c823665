import type { Database } from "#server/db/database.ts";
import { decisions, votes } from "#server/db/schema/index.ts";

import { builtAt, fresh, nextNumber } from "./build.ts";

type Decision = typeof decisions.$inferSelect;
type Vote = typeof votes.$inferSelect;

/** A draft: one organisation one vote, simple majority, half must vote, until a week after everything was built. */
export async function buildDecision(
  db: Database,
  project: { id: string },
  overrides: Partial<Decision> = {},
): Promise<Decision> {
  const row: Decision = {
    ...fresh(),
    projectId: project.id,
    number: nextNumber(),
    title: "Shall we meet in Lahti?",
    text: "",
    weighting: "organisation",
    voters: ["coordinator", "beneficiary", "affiliated-entity"],
    quorumBp: 5_000,
    majority: "simple",
    majorityBp: null,
    closesAt: builtAt + 7 * 86_400_000,
    state: "draft",
    openedAt: null,
    closedAt: null,
    electorate: [],
    result: null,
    reason: "",
    remindedAt: null,
    byUserId: "",
    ...overrides,
  };
  await db.housekeep(async (tx) => {
    await tx.insert(decisions).values(row);
  });
  return row;
}

/** A yes without a reason. */
export async function buildVote(
  db: Database,
  decision: { id: string },
  organisation: { id: string },
  overrides: Partial<Vote> = {},
): Promise<Vote> {
  const row: Vote = {
    ...fresh(),
    decisionId: decision.id,
    organisationId: organisation.id,
    choice: "yes",
    reason: "",
    byUserId: "",
    ...overrides,
  };
  await db.housekeep(async (tx) => {
    await tx.insert(votes).values(row);
  });
  return row;
}
