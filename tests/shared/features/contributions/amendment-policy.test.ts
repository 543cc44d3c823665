import { describe, expect, test } from "vitest";

import * as policy from "#shared/features/contributions/amendment-policy.ts";
import { amendmentStates } from "#shared/features/contributions/amendment-words.ts";
import { contributionStates, offerSides } from "#shared/features/contributions/contribution-words.ts";
import type { SeatRole } from "#shared/features/members/seat-words.ts";
import type { Relation, Standing } from "#shared/features/members/standing.ts";
import type { ProjectStatus } from "#shared/features/projects/project-words.ts";

const relations: Relation[] = ["coordinator", "participant", "invited", "cluster", "reader"];
const own = "0190b7a0-0000-7000-8000-000000000001";
const foreign = "0190b7a0-0000-7000-8000-000000000002";

function standing(
  relation: Relation,
  seatRole: SeatRole = "editor",
  projectStatus: ProjectStatus = "running",
): Standing {
  const takesPart = relation === "coordinator" || relation === "participant" || relation === "invited";
  return {
    projectId: "p",
    projectStatus,
    organisationId: "o",
    seatRole,
    relation,
    actsForCluster: relation === "cluster",
    participantIds: takesPart ? [own] : [],
  };
}

const acts = {
  answer: policy.mayAnswerAmendment,
  counter: policy.mayCounterAmendment,
  withdraw: policy.mayWithdrawAmendment,
};

/** Who does what with an open change of an agreed line, by whose line it is and which side proposed; nothing else is allowed. */
const allowed = [
  "coordinator own coordinator answer",
  "coordinator own coordinator withdraw",
  "coordinator own member answer",
  "coordinator own member withdraw",
  "coordinator foreign coordinator withdraw",
  "coordinator foreign member answer",
  "coordinator foreign member counter",
  "participant own coordinator answer",
  "participant own coordinator counter",
  "participant own member withdraw",
];

const lines = [
  { whose: "own", participantId: own },
  { whose: "foreign", participantId: foreign },
];

test("an open change is answered by the other side and taken back by its own", () => {
  const found = relations.flatMap((relation) =>
    lines.flatMap(({ whose, participantId }) =>
      offerSides.flatMap((side) =>
        Object.entries(acts).flatMap(([act, may]) =>
          may(standing(relation), { participantId, state: "agreed" }, { side, state: "open" })
            ? [`${relation} ${whose} ${side} ${act}`]
            : [],
        ),
      ),
    ),
  );
  expect(found.toSorted()).toEqual(allowed.toSorted());
});

describe("nobody", () => {
  const line = { participantId: own, state: "agreed" } as const;
  test("answers a change that is closed, in a closed project, or with a viewer's seat", () => {
    for (const may of Object.values(acts))
      for (const side of offerSides) {
        for (const state of amendmentStates.filter((each) => each !== "open"))
          expect(may(standing("participant"), line, { side, state })).toBe(false);
        expect(may(standing("participant", "viewer"), line, { side, state: "open" })).toBe(false);
        expect(may(standing("participant", "editor", "completed"), line, { side, state: "open" })).toBe(false);
      }
  });

  test("proposes a change of a line that is not agreed, or a second one", () => {
    for (const relation of relations)
      for (const { participantId } of lines) {
        const mayTalk = relation === "coordinator" || (relation === "participant" && participantId === own);
        for (const state of contributionStates)
          expect(policy.mayProposeAmendment(standing(relation), { participantId, state }, false)).toBe(
            mayTalk && state === "agreed",
          );
        expect(policy.mayProposeAmendment(standing(relation), { participantId, state: "agreed" }, true)).toBe(false);
      }
  });
});
