import { describe, expect, test } from "vitest";

import type { SeatRole } from "#shared/features/members/seat-words.ts";
import type { Person, Relation, Standing } from "#shared/features/members/standing.ts";
import {
  mayChangeStatus,
  mayCreateProject,
  mayCreateProjectFor,
  mayRemoveProject,
  mayReviseProject,
  statusesOpenTo,
} from "#shared/features/projects/project-policy.ts";
import { missingForStatus } from "#shared/features/projects/project-status-rules.ts";
import { projectStatuses, type ProjectStatus } from "#shared/features/projects/project-words.ts";
import { mayChangePlan } from "#shared/features/members/plan-policy.ts";

function standing(relation: Relation, seatRole: SeatRole, projectStatus: ProjectStatus = "running"): Standing {
  const participantIds = relation === "reader" || relation === "cluster" ? [] : ["own"];
  return {
    projectId: "p",
    projectStatus,
    organisationId: "o",
    seatRole,
    relation,
    actsForCluster: relation === "cluster",
    participantIds,
  };
}

function person(kind: "enterprise" | "cluster", role: SeatRole): Person {
  return { userId: "u", isAdministrator: false, today: "2026-03-02", seat: { organisationId: "own", kind, role } };
}

describe("who may plan a project", () => {
  test.each<[Relation, SeatRole, boolean]>([
    ["coordinator", "manager", true],
    ["coordinator", "editor", true],
    ["coordinator", "viewer", false],
    ["cluster", "manager", true],
    ["cluster", "editor", true],
    ["cluster", "viewer", false],
    ["participant", "manager", false],
    ["invited", "manager", false],
    ["reader", "manager", false],
  ])("%s with a %s seat: %s", (relation, role, allowed) => {
    expect(mayReviseProject(standing(relation, role))).toBe(allowed);
    expect(mayChangePlan(standing(relation, role))).toBe(allowed);
    expect(statusesOpenTo(standing(relation, role)).includes("completed")).toBe(allowed);
  });

  test("a closed project keeps its plan; a completed one may still be described", () => {
    expect(mayChangePlan(standing("coordinator", "manager", "completed"))).toBe(false);
    expect(mayReviseProject(standing("coordinator", "manager", "completed"))).toBe(true);
    expect(mayReviseProject(standing("coordinator", "manager", "cancelled"))).toBe(false);
  });
});

describe("status", () => {
  test.each<[ProjectStatus, ProjectStatus[], ProjectStatus[]]>([
    ["idea", ["planning", "cancelled"], ["planning"]],
    ["planning", ["submitted", "running", "idea", "cancelled"], ["submitted", "running", "idea"]],
    ["submitted", ["running", "planning", "cancelled"], ["running", "planning"]],
    ["running", ["completed", "cancelled"], ["completed"]],
    ["completed", ["running"], []],
    ["cancelled", ["planning"], []],
  ])("%s leads to %s for a manager, to %s for an editor", (from, manager, editor) => {
    expect(statusesOpenTo(standing("coordinator", "manager", from))).toEqual(manager);
    expect(statusesOpenTo(standing("coordinator", "editor", from))).toEqual(editor);
    for (const to of projectStatuses) {
      expect(mayChangeStatus(standing("coordinator", "manager", from), to)).toBe(manager.includes(to));
      expect(mayChangeStatus(standing("participant", "manager", from), to)).toBe(false);
    }
  });

  test("dates are asked for before work is submitted or starts", () => {
    expect(missingForStatus("planning", { startOn: null, durationMonths: null })).toEqual([]);
    expect(missingForStatus("running", { startOn: null, durationMonths: 12 })).toEqual(["startOn"]);
    expect(missingForStatus("submitted", { startOn: "2026-01-01", durationMonths: null })).toEqual(["durationMonths"]);
  });
});

describe("starting and removing", () => {
  test("a writing seat starts a project, a cluster also for others", () => {
    expect(mayCreateProject({ ...person("enterprise", "manager"), seat: null })).toBe(false);
    expect(mayCreateProject(person("enterprise", "viewer"))).toBe(false);
    expect(mayCreateProjectFor(person("enterprise", "editor"), "own")).toBe(true);
    expect(mayCreateProjectFor(person("enterprise", "editor"), "other")).toBe(false);
    expect(mayCreateProjectFor(person("cluster", "editor"), "other")).toBe(true);
    expect(mayCreateProjectFor(person("cluster", "viewer"), "other")).toBe(false);
  });

  test("only an idea is removed, and only by a manager of a planner", () => {
    expect(mayRemoveProject(standing("coordinator", "manager", "idea"))).toBe(true);
    expect(mayRemoveProject(standing("coordinator", "editor", "idea"))).toBe(false);
    expect(mayRemoveProject(standing("participant", "manager", "idea"))).toBe(false);
    expect(mayRemoveProject(standing("coordinator", "manager", "planning"))).toBe(false);
  });
});
