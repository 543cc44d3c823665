import { describe, expect, test } from "vitest";

import type { SeatRole } from "#shared/features/members/seat-words.ts";
import type { Relation, Standing } from "#shared/features/members/standing.ts";
import {
  mayAnswerInvitation,
  mayDescribeParticipant,
  mayInviteAgain,
  mayMakeCoordinator,
  mayRemoveParticipant,
  mayWithdrawParticipant,
} from "#shared/features/participants/participant-policy.ts";
import type { ParticipantRole, ParticipantState } from "#shared/features/participants/participant-words.ts";
import { mayReportOnStream, mayReviseStream } from "#shared/features/streams/stream-policy.ts";

function standing(relation: Relation, seatRole: SeatRole): Standing {
  return {
    projectId: "p",
    projectStatus: "running",
    organisationId: "o",
    seatRole,
    relation,
    actsForCluster: relation === "cluster",
    participantIds: relation === "reader" || relation === "cluster" ? [] : ["own"],
  };
}

const row = (id: string, state: ParticipantState, role: ParticipantRole = "beneficiary") => ({ id, state, role });

describe("participation", () => {
  test.each<[Relation, SeatRole, string, ParticipantState, boolean]>([
    ["invited", "manager", "own", "invited", true],
    ["invited", "editor", "own", "invited", false],
    ["invited", "manager", "other", "invited", false],
    ["coordinator", "manager", "other", "invited", false],
    ["cluster", "manager", "other", "invited", false],
    ["participant", "manager", "own", "accepted", false],
  ])("%s (%s) answers for %s in state %s: %s", (relation, role, id, state, allowed) => {
    expect(mayAnswerInvitation(standing(relation, role), row(id, state))).toBe(allowed);
  });

  test.each<[Relation, SeatRole, string, ParticipantState, ParticipantRole, boolean]>([
    ["coordinator", "editor", "other", "accepted", "beneficiary", true],
    ["coordinator", "manager", "own", "accepted", "coordinator", false],
    ["participant", "manager", "own", "accepted", "beneficiary", true],
    ["participant", "editor", "own", "accepted", "beneficiary", false],
    ["participant", "manager", "other", "accepted", "beneficiary", false],
    ["coordinator", "manager", "other", "declined", "beneficiary", false],
  ])("%s (%s) withdraws %s (%s %s): %s", (relation, seat, id, state, role, allowed) => {
    expect(mayWithdrawParticipant(standing(relation, seat), row(id, state, role))).toBe(allowed);
  });

  test("coordination is handed over by managers of coordinator or cluster, to accepted members only", () => {
    expect(mayMakeCoordinator(standing("coordinator", "manager"), row("other", "accepted"))).toBe(true);
    expect(mayMakeCoordinator(standing("cluster", "manager"), row("other", "accepted"))).toBe(false);
    expect(mayMakeCoordinator(standing("coordinator", "editor"), row("other", "accepted"))).toBe(false);
    expect(mayMakeCoordinator(standing("participant", "manager"), row("own", "accepted"))).toBe(false);
    expect(mayMakeCoordinator(standing("coordinator", "manager"), row("other", "invited"))).toBe(false);
  });

  test("nobody removes the coordinator; whoever left may be asked again", () => {
    expect(mayRemoveParticipant(standing("cluster", "manager"), row("c", "accepted", "coordinator"))).toBe(false);
    expect(mayRemoveParticipant(standing("cluster", "editor"), row("x", "accepted"))).toBe(true);
    expect(mayInviteAgain(standing("coordinator", "editor"), row("x", "declined"))).toBe(true);
    expect(mayInviteAgain(standing("coordinator", "editor"), row("x", "accepted"))).toBe(false);
    expect(mayInviteAgain(standing("participant", "manager"), row("own", "withdrawn"))).toBe(false);
  });

  test("a member describes its own part only", () => {
    expect(mayDescribeParticipant(standing("participant", "editor"), row("own", "accepted"))).toBe(true);
    expect(mayDescribeParticipant(standing("participant", "viewer"), row("own", "accepted"))).toBe(false);
    expect(mayDescribeParticipant(standing("participant", "manager"), row("other", "accepted"))).toBe(false);
  });
});

describe("streams", () => {
  test("the lead says where a stream stands, planners change all of it", () => {
    expect(mayReportOnStream(standing("participant", "editor"), { leadParticipantId: "own" })).toBe(true);
    expect(mayReportOnStream(standing("participant", "viewer"), { leadParticipantId: "own" })).toBe(false);
    expect(mayReportOnStream(standing("participant", "editor"), { leadParticipantId: "other" })).toBe(false);
    expect(mayReportOnStream(standing("reader", "manager"), { leadParticipantId: null })).toBe(false);
    expect(mayReviseStream(standing("participant", "manager"))).toBe(false);
    expect(mayReviseStream(standing("cluster", "editor"))).toBe(true);
  });
});
