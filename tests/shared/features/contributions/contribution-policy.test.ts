import { describe, expect, test } from "vitest";

import * as policy from "#shared/features/contributions/contribution-policy.ts";
import { contributionStates } from "#shared/features/contributions/contribution-words.ts";
import type { Relation, Standing } from "#shared/features/members/standing.ts";
import { projectStatuses, type ProjectStatus } from "#shared/features/projects/project-words.ts";

const relations: Relation[] = ["coordinator", "participant", "invited", "cluster", "reader"];
const own = "0190b7a0-0000-7000-8000-000000000001";
const foreign = "0190b7a0-0000-7000-8000-000000000002";

function standing(
  relation: Relation,
  seatRole: Standing["seatRole"] = "editor",
  status: ProjectStatus = "planning",
): Standing {
  const takesPart = relation === "coordinator" || relation === "participant" || relation === "invited";
  return {
    projectId: "p",
    projectStatus: status,
    organisationId: "o",
    seatRole,
    relation,
    actsForCluster: relation === "cluster",
    participantIds: takesPart ? [own] : [],
  };
}

const mayConfide = (relation: Relation, participantId: string) =>
  policy.maySetConfidentiality(standing(relation), { participantId });

const acts = {
  agree: policy.mayAgreeContribution,
  counter: policy.mayCounterContribution,
  revise: policy.mayReviseContribution,
  withdraw: policy.mayWithdrawContribution,
};

/** Every cell that is allowed; whatever is not named here is not. */
const allowed = new Set([
  "coordinator own proposed agree",
  "coordinator own proposed revise",
  "coordinator own proposed withdraw",
  "coordinator own countered agree",
  "coordinator own countered counter",
  "coordinator own countered withdraw",
  "coordinator foreign proposed agree",
  "coordinator foreign proposed counter",
  "coordinator foreign countered revise",
  "coordinator foreign countered withdraw",
  "participant own proposed revise",
  "participant own proposed withdraw",
  "participant own countered agree",
  "participant own countered counter",
  "participant own countered withdraw",
]);

const cells = relations.flatMap((relation) =>
  (["own", "foreign"] as const).flatMap((whose) =>
    contributionStates.flatMap((state) =>
      (Object.keys(acts) as (keyof typeof acts)[]).map((act) => ({ relation, whose, state, act })),
    ),
  ),
);

describe("the talk about a line", () => {
  test.each(cells)("$relation, $whose line, $state: $act", ({ relation, whose, state, act }) => {
    const line = { participantId: whose === "own" ? own : foreign, state, confidentiality: "consortium" as const };
    const expected = allowed.has(`${relation} ${whose} ${state} ${act}`);
    expect(acts[act](standing(relation), line)).toBe(expected);
    expect(acts[act](standing(relation, "viewer"), line)).toBe(false);
    expect(acts[act](standing(relation, null), line)).toBe(false);
  });

  test.each(projectStatuses)("a project that is %s", (status) => {
    const line = { participantId: own, state: "countered" as const };
    const isOpen = status !== "completed" && status !== "cancelled";
    expect(policy.mayAgreeContribution(standing("participant", "editor", status), line)).toBe(isOpen);
    expect(policy.mayProposeContribution(standing("participant", "editor", status), own)).toBe(isOpen);
  });

  test("new lines: a member for itself, the coordinator for everybody, others for nobody", () => {
    const sides = relations.map((relation) => [
      policy.offerSideOf(standing(relation), own),
      policy.offerSideOf(standing(relation), foreign),
    ]);
    expect(sides).toEqual([
      ["member", "coordinator"],
      ["member", null],
      [null, null],
      [null, null],
      [null, null],
    ]);
  });
});

describe("sight of a line", () => {
  test.each([
    ["coordinator", true, true, true],
    ["participant", true, true, false],
    ["invited", true, false, false],
    ["cluster", false, true, false],
    ["reader", false, false, false],
  ] as const)("%s: own confidential %s, foreign open %s, foreign confidential %s", (relation, ownOne, open, closed) => {
    const sees = (participantId: string, confidentiality: "consortium" | "coordinator") =>
      policy.maySeeContribution(standing(relation), { participantId, confidentiality });
    const isOwn = relation === "coordinator" || ownOne;
    expect([sees(own, "coordinator"), sees(foreign, "consortium"), sees(foreign, "coordinator")]).toEqual([
      isOwn,
      open,
      closed,
    ]);
  });

  test("only the owner decides about confidentiality", () => {
    expect(relations.map((relation) => [mayConfide(relation, own), mayConfide(relation, foreign)])).toEqual([
      [true, false],
      [true, false],
      [false, false],
      [false, false],
      [false, false],
    ]);
  });
});
