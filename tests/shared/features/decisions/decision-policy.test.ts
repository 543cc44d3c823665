import { describe, expect, test } from "vitest";

import * as policy from "#shared/features/decisions/decision-policy.ts";
import { decisionStates } from "#shared/features/decisions/decision-words.ts";
import { type SeatRole, seatRoles } from "#shared/features/members/seat-words.ts";
import type { Relation, Standing } from "#shared/features/members/standing.ts";
import type { ProjectStatus } from "#shared/features/projects/project-words.ts";

const relations: Relation[] = ["coordinator", "participant", "invited", "cluster", "reader"];

function standing(
  relation: Relation,
  seatRole: SeatRole = "manager",
  projectStatus: ProjectStatus = "running",
): Standing {
  return {
    projectId: "p",
    projectStatus,
    organisationId: "o",
    seatRole,
    relation,
    actsForCluster: relation === "cluster",
    participantIds: [],
  };
}
const who = (may: (relation: Relation) => boolean) => relations.filter(may);

test("accepted members and the cluster read what was opened; what was not is the coordinator's", () => {
  expect(who((relation) => policy.maySeeDecision(standing(relation), { openedAt: 1 }))).toEqual([
    "coordinator",
    "participant",
    "cluster",
  ]);
  expect(who((relation) => policy.maySeeDecision(standing(relation, "viewer"), { openedAt: null }))).toEqual([
    "coordinator",
  ]);
});

describe("the coordinator alone", () => {
  test.each(seatRoles)("asks, opens, closes and cancels with a writing seat (%s)", (role) => {
    const expected = role === "viewer" ? [] : ["coordinator"];
    expect(who((relation) => policy.mayAskDecision(standing(relation, role)))).toEqual(expected);
    for (const state of decisionStates) {
      const each = (may: typeof policy.mayReviseDecision) =>
        who((relation) => may(standing(relation, role), { state }));
      expect(each(policy.mayReviseDecision)).toEqual(state === "draft" ? expected : []);
      expect(each(policy.mayCancelDecision)).toEqual(state === "draft" || state === "open" ? expected : []);
      expect(each(policy.mayCloseDecision)).toEqual(state === "open" ? expected : []);
    }
  });

  test("asks nothing in a closed project, but brings to an end what is open", () => {
    const closed = standing("coordinator", "manager", "completed");
    expect(policy.mayAskDecision(closed)).toBe(false);
    expect(policy.mayCloseDecision(closed, { state: "open" })).toBe(true);
    expect(policy.mayCancelDecision(closed, { state: "open" })).toBe(true);
  });
});

test("managers of organisations in the electorate vote while it is open, nobody else", () => {
  const vote = { state: "open" as const, electorIds: ["o"] };
  expect(who((relation) => policy.mayVote(standing(relation), vote))).toEqual(["coordinator", "participant"]);
  for (const role of seatRoles) expect(policy.mayVote(standing("participant", role), vote)).toBe(role === "manager");
  for (const state of decisionStates)
    expect(policy.mayVote(standing("participant"), { ...vote, state })).toBe(state === "open");
  expect(policy.mayVote(standing("participant"), { ...vote, electorIds: ["other"] })).toBe(false);
});
