import fc from "fast-check";
import { describe, expect, test } from "vitest";

import { comparePlans, type Difference } from "#shared/features/baselines/compare-rules.ts";
import { movementsBetween } from "#shared/features/baselines/movement-rules.ts";
import {
  contentFields,
  type ContentKind,
  contentKinds,
  type ContentRow,
  type PlanContent,
} from "#shared/features/baselines/plan-content.ts";
import { sentencesOf } from "#shared/features/baselines/sentence-rules.ts";

import { anyContent, participantIds } from "./any-content.ts";

/** The later plan made from the earlier one and what is said to have changed, by nothing else. */
function applied(before: PlanContent, differences: readonly Difference[]): PlanContent {
  const of = (kind: ContentKind): ContentRow[] => {
    const rows = new Map((before[kind] ?? []).map((row) => [row.id, row]));
    for (const { id, change, fields } of differences.filter((each) => each.kind === kind)) {
      if (change === "removed") rows.delete(id);
      else {
        const blank = Object.fromEntries(contentFields[kind].map((field) => [field, null]));
        const patch = Object.fromEntries(fields.map(({ field, after }) => [field, after]));
        rows.set(id, { ...(rows.get(id) ?? { id, ...blank }), ...patch });
      }
    }
    return [...rows.values()].toSorted((left, right) => (left.id < right.id ? -1 : 1));
  };
  return Object.fromEntries(contentKinds.map((kind) => [kind, of(kind)]));
}

const mirrored = { added: "removed", removed: "added", changed: "changed" } as const;

describe("comparing two frozen plans", () => {
  test("a plan does not differ from itself and nothing moves", () => {
    fc.assert(
      fc.property(anyContent, (content) => {
        expect(comparePlans(content, structuredClone(content))).toEqual([]);
        const { total, byParticipant, byStream } = movementsBetween(content, content, []);
        expect(total).toMatchObject({ laterDays: 0, earlierDays: 0 });
        expect([total.effortAfter - total.effortBefore, total.centsAfter - total.centsBefore]).toEqual([0, 0]);
        expect([...byParticipant, ...byStream]).toEqual([]);
      }),
    );
  });

  test("the later plan follows exactly from the earlier one and the differences", () => {
    fc.assert(
      fc.property(anyContent, anyContent, (before, after) => {
        expect(applied(before, comparePlans(before, after))).toEqual(after);
      }),
    );
  });

  test("the other way round is the mirror image", () => {
    fc.assert(
      fc.property(anyContent, anyContent, (before, after) => {
        const there = new Map(comparePlans(before, after).map((each) => [`${each.kind} ${each.id}`, each]));
        const back = comparePlans(after, before);
        expect(back.length).toBe(there.size);
        for (const each of back) {
          const twin = there.get(`${each.kind} ${each.id}`)!;
          expect(each.change).toBe(mirrored[twin.change]);
          expect(each.fields).toEqual(
            twin.fields.map((field) => ({ ...field, before: field.after, after: field.before })),
          );
          expect((each.shiftMonths ?? 0) + (twin.shiftMonths ?? 0)).toBe(0);
          expect((each.shiftDays ?? 0) + (twin.shiftDays ?? 0)).toBe(0);
        }
      }),
    );
  });

  test("days, effort and money by organisation and by stream add up to the whole", () => {
    fc.assert(
      fc.property(anyContent, anyContent, (before, after) => {
        const { total, byParticipant, byStream } = movementsBetween(before, after, comparePlans(before, after));
        for (const rows of [byParticipant, byStream]) {
          const sum = (pick: (row: typeof total) => number) => rows.reduce((all, row) => all + pick(row), 0);
          expect(sum((row) => row.laterDays)).toBe(total.laterDays);
          expect(sum((row) => row.earlierDays)).toBe(total.earlierDays);
          expect(sum((row) => row.effortAfter - row.effortBefore)).toBe(total.effortAfter - total.effortBefore);
          expect(sum((row) => row.centsAfter - row.centsBefore)).toBe(total.centsAfter - total.centsBefore);
        }
      }),
    );
  });

  test("every difference can be told", () => {
    fc.assert(
      fc.property(anyContent, anyContent, (before, after) => {
        for (const each of comparePlans(before, after)) {
          const sentences = sentencesOf(each);
          expect(sentences.length).toBeGreaterThan(0);
          const told = sentences.flatMap(({ kind, fields }) => (kind === "other" ? fields : [kind]));
          expect(told.length).toBe(each.change === "changed" ? each.fields.length : 1);
        }
      }),
    );
  });
});

describe("what a comparison says", () => {
  const participant = {
    id: participantIds[0]!,
    number: 1,
    organisationId: "o",
    name: "Therm",
    role: "r",
    state: "accepted",
  };
  const task = (endMonth: number) => ({
    id: "t1",
    streamId: "s1",
    number: 2,
    title: "Dry",
    leadParticipantId: participant.id,
    participantIds: [],
    startMonth: 1,
    endMonth,
  });
  const plan = (endMonth: number, valueCents: number): PlanContent => ({
    project: [{ id: "p", title: "P", startOn: "2026-01-01", durationMonths: 12 }],
    participant: [participant],
    stream: [{ id: "s1", number: 3, code: "S3", title: "Heat" }],
    task: [task(endMonth)],
    contribution: [
      { id: "c1", participantId: participant.id, streamId: "s1", title: "Dryer", state: "agreed", valueCents },
    ],
  });

  test("a later end is told in months, in days of the calendar and in euros", () => {
    const [before, after] = [plan(2, 100_00), plan(4, 250_00)];
    const differences = comparePlans(before, after);
    expect(differences.map(({ label, participantId }) => [label, participantId])).toEqual([
      ["T3.2 Dry", participant.id],
      ["Dryer", participant.id],
    ]);
    expect(sentencesOf(differences[0]!)).toEqual([
      { kind: "later", before: 2, after: 4, months: 2, days: 61, fields: [] },
    ]);
    expect(sentencesOf(differences[1]!)[0]).toMatchObject({ kind: "money-more", before: 100_00, after: 250_00 });
    expect(movementsBetween(before, after, differences).byStream).toEqual([
      {
        id: "s1",
        laterDays: 61,
        earlierDays: 0,
        effortBefore: 0,
        effortAfter: 0,
        centsBefore: 100_00,
        centsAfter: 250_00,
      },
    ]);
  });
});
