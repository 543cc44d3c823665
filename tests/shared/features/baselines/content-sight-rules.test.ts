import fc from "fast-check";
import { describe, expect, test } from "vitest";

import { comparePlans } from "#shared/features/baselines/compare-rules.ts";
import { contentsFor } from "#shared/features/baselines/content-sight-rules.ts";
import { movementsBetween } from "#shared/features/baselines/movement-rules.ts";
import type { ContentRow, PlanContent } from "#shared/features/baselines/plan-content.ts";
import type { Relation, Standing } from "#shared/features/members/standing.ts";

import { anyContent, participantIds } from "./any-content.ts";

const standing = (relation: Relation, own: string[]): Standing => ({
  projectId: "p",
  projectStatus: "running",
  organisationId: "o",
  seatRole: "manager",
  relation,
  actsForCluster: false,
  participantIds: own,
});
const member = standing("participant", [participantIds[0]!]);

/** All a reader could work with. */
function told(reader: Standing, before: PlanContent, after: PlanContent, now: PlanContent) {
  const [from, to] = contentsFor(reader, [before, after, now]);
  const differences = comparePlans(from, to);
  return { from, to, differences, movements: movementsBetween(from, to, differences) };
}

describe("what a reader sees of frozen plans", () => {
  test("figures of lines confided to the coordinator change nothing that others are told (R-A12)", () => {
    fc.assert(
      fc.property(anyContent, anyContent, anyContent, fc.nat(9_999_999), (before, after, now, amount) => {
        const confided = new Set(
          [before, after, now].flatMap((content) =>
            (content.contribution ?? [])
              .filter((row) => row["confidentiality"] === "coordinator" && row["participantId"] !== participantIds[0])
              .map(({ id }) => id),
          ),
        );
        const altered = (content: PlanContent): PlanContent => ({
          ...content,
          contribution: (content.contribution ?? []).map((row): ContentRow =>
            confided.has(row.id) ? { ...row, title: "Secret", valueCents: amount, effortPmHundredths: amount } : row,
          ),
          budget: (content.budget ?? []).map((row): ContentRow =>
            row["participantId"] === participantIds[0] ? row : { ...row, unitPriceCents: amount },
          ),
        });
        // Whose line it is decides who sees it, on every side; a row that changes hands is only the reader's where all are.
        const own = [before, after, now].every((content) =>
          (content.budget ?? []).every((row) => [before, after, now].every((other) => sameOwner(other, row))),
        );
        fc.pre(own);
        expect(told(member, altered(before), altered(after), altered(now))).toEqual(told(member, before, after, now));
      }),
    );
  });

  test("the coordinator sees all of it", () => {
    fc.assert(
      fc.property(anyContent, (content) => {
        expect(contentsFor(standing("coordinator", ["m1"]), [content])).toEqual([content]);
      }),
    );
  });

  test("readers outside get neither ledger nor budget, no reason, no member that has not accepted", () => {
    fc.assert(
      fc.property(anyContent, (content) => {
        const [seen] = contentsFor(standing("reader", []), [content]);
        expect([seen.contribution, seen.budget]).toEqual([[], []]);
        expect(seen.participant?.every(({ state }) => state === "accepted")).toBe(true);
        expect(seen.deliverable?.every((row) => row["dissemination"] === "PU" && row["lateReason"] === "")).toBe(true);
        const known = new Set(seen.participant?.map(({ id }) => id));
        const absent = (content.participant ?? []).filter(({ id }) => !known.has(id)).map(({ id }) => id);
        for (const id of absent) expect(JSON.stringify(seen)).not.toContain(`"${id}"`);
      }),
    );
  });
});

function sameOwner(content: PlanContent, row: ContentRow): boolean {
  const twin = (content.budget ?? []).find(({ id }) => id === row.id);
  return twin === undefined || twin["participantId"] === row["participantId"];
}
