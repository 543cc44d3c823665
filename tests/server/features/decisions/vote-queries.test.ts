import { expect, test } from "vitest";

import { votesAsked } from "#server/features/decisions/vote-queries.ts";
import { buildConsortium } from "#tests/support/build-consortium.ts";
import { buildDecision, buildVote } from "#tests/support/build-decision.ts";
import { buildParticipant } from "#tests/support/build-project.ts";
import { builtAt } from "#tests/support/build.ts";
import { openTestDatabase } from "#tests/support/database.ts";

test("an organisation is asked for the open votes it may cast and has not, once each, the next to end first", async () => {
  const db = await openTestDatabase();
  const { project, owners } = await buildConsortium(db);
  // In a second role, too.
  await buildParticipant(db, project, owners.member, { role: "associated-partner", number: 9 });
  const electorate = [owners.member, owners.other].map(({ id, name }) => ({ organisationId: id, name, weight: 1 }));
  const open = { state: "open", openedAt: builtAt, electorate } as const;
  const late = await buildDecision(db, project, { ...open, closesAt: builtAt + 2 });
  const soon = await buildDecision(db, project, { ...open, closesAt: builtAt + 1 });
  await buildDecision(db, project, { ...open, state: "closed" });
  await buildDecision(db, project, { electorate });
  await buildVote(db, soon, owners.other);
  const asked = async (of: keyof typeof owners) => (await votesAsked(db.read, owners[of].id)).map(({ id }) => id);
  expect(await asked("member")).toEqual([soon.id, late.id]);
  expect(await asked("other")).toEqual([late.id]);
  expect(await asked("coordinator")).toEqual([]);
});
