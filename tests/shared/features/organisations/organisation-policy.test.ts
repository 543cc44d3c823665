import { describe, expect, it } from "vitest";

import type { SeatRole } from "#shared/features/members/seat-words.ts";
import type { Person } from "#shared/features/members/standing.ts";
import {
  mayCreateOrganisation,
  mayEditOrganisation,
  mayJoin,
  mayLeave,
  mayReviseMembership,
  type MembershipSide,
} from "#shared/features/organisations/organisation-policy.ts";

const person = (organisationId: string | null, role: SeatRole = "editor", isAdministrator = false): Person => ({
  userId: "user",
  isAdministrator,
  today: "2026-03-02",
  seat: organisationId === null ? null : { organisationId, kind: "enterprise", role },
});
const side = (id: string, overrides: Partial<MembershipSide> = {}): MembershipSide => ({
  id,
  kind: "enterprise",
  hasSeats: true,
  isOurs: false,
  ...overrides,
});

describe("mayEditOrganisation", () => {
  const company = { id: "company", hasSeats: true, currentParentIds: ["cluster"] };

  it("lets those in who write for the organisation or for a cluster it belongs to", () => {
    for (const [id, role, expected] of [
      ["company", "manager", true],
      ["company", "editor", true],
      ["company", "viewer", false],
      ["cluster", "editor", true],
      ["cluster", "viewer", false],
      ["stranger", "manager", false],
      [null, "manager", false],
    ] as const) {
      expect(mayEditOrganisation(person(id, role), company)).toBe(expected);
    }
  });

  it("lets administrators in only where nobody has a seat", () => {
    expect(mayEditOrganisation(person(null, "viewer", true), company)).toBe(false);
    expect(mayEditOrganisation(person(null, "viewer", true), { ...company, hasSeats: false })).toBe(true);
  });

  it("needs a writing seat to enter a new one", () => {
    expect([person(null), person("a", "viewer"), person("a", "editor")].map(mayCreateOrganisation)).toEqual([
      false,
      false,
      true,
    ]);
  });
});

describe("mayJoin", () => {
  const cluster = side("cluster", { kind: "cluster", isOurs: true });
  const foreignCluster = side("foreign", { kind: "cluster" });

  it("lets a cluster take in companies, and no company let itself in", () => {
    expect(mayJoin(person("cluster"), side("company"), cluster)).toBe(true);
    expect(mayJoin(person("company"), side("company", { isOurs: true }), foreignCluster)).toBe(false);
    expect(mayJoin(person("cluster", "viewer"), side("company"), cluster)).toBe(false);
  });

  it("asks both sides when the member is itself a cluster, as its projects open to the parent", () => {
    expect(mayJoin(person("cluster"), foreignCluster, cluster)).toBe(false);
    expect(mayJoin(person("cluster"), { ...foreignCluster, isOurs: true }, cluster)).toBe(true);
    expect(mayJoin(person("foreign"), { ...foreignCluster, isOurs: true }, { ...cluster, isOurs: false })).toBe(false);
  });

  it("lets administrators stand in for a side without people, not for one with people", () => {
    const admin = person("cluster", "manager", true);
    expect(mayJoin(admin, cluster, side("alliance", { kind: "association", hasSeats: false }))).toBe(true);
    expect(mayJoin(admin, cluster, side("alliance", { kind: "association", hasSeats: true }))).toBe(false);
  });
});

describe("leaving", () => {
  const [child, parent] = [side("company"), side("cluster", { kind: "cluster" })];

  it("lets either side end it, alone", () => {
    expect(["company", "cluster", "stranger"].map((id) => mayLeave(person(id), child, parent))).toEqual([
      true,
      true,
      false,
    ]);
    expect(mayReviseMembership(person("company"), child, parent, true)).toBe(true);
    expect(mayReviseMembership(person("company"), child, parent, false)).toBe(false);
  });
});
