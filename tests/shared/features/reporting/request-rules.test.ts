import fc from "fast-check";
import { describe, expect, test } from "vitest";

import {
  type Askable,
  daysLate,
  needsLateReason,
  requestsDue,
  requestSlots,
  slotAt,
  slotInstant,
} from "#shared/features/reporting/request-rules.ts";
import { type RequestSettings, usualRequestSettings } from "#shared/features/reporting/request-settings.ts";
import { addDays } from "#shared/dates.ts";

const dayMs = 86_400_000;
const period = { endsOn: "2026-06-30", dueOn: "2026-07-30" };
const helsinki = (day: string, hour = 8) => Date.parse(`${day}T00:00:00Z`) + (hour - 3) * 3_600_000;

const days = fc
  .integer({ min: Date.UTC(2024, 0, 1) / dayMs, max: Date.UTC(2030, 0, 1) / dayMs })
  .map((count) => new Date(count * dayMs).toISOString().slice(0, 10));
const periods = fc
  .tuple(days, fc.integer({ min: -20, max: 90 }))
  .map(([endsOn, later]) => ({ endsOn, dueOn: addDays(endsOn, later) }));
const settings: fc.Arbitrary<RequestSettings> = fc.record({
  asksByMail: fc.boolean(),
  opensAfterDays: fc.integer({ min: -31, max: 60 }),
  remindBeforeDays: fc.uniqueArray(fc.integer({ min: 0, max: 60 }), { maxLength: 6 }),
  remindAfterDays: fc.uniqueArray(fc.integer({ min: 1, max: 90 }), { maxLength: 6 }),
  hour: fc.integer({ min: 0, max: 23 }),
  timeZone: fc.constantFrom("Europe/Helsinki", "UTC", "America/New_York", "Asia/Kathmandu"),
  workdaysOnly: fc.boolean(),
  locksWhenAccepted: fc.boolean(),
});
const people = fc.array(
  fc.record({
    participantId: fc.constantFrom("p1", "p2", "p3"),
    userId: fc.constantFrom("u1", "u2"),
    missing: fc.integer({ min: 0, max: 3 }),
  }),
  { maxLength: 6 },
);

const isRest = (day: string) => [0, 6].includes(new Date(day).getUTCDay());

describe("the days on which a period asks", () => {
  test("as usual: at the end of the period, a week and a day before the due day, then three times after it", () => {
    expect(requestSlots(usualRequestSettings, period)).toEqual([
      { kind: "opened", on: "2026-06-30" },
      { kind: "before", on: "2026-07-23" },
      { kind: "before", on: "2026-07-29" },
      { kind: "after", on: "2026-07-31" },
      { kind: "after", on: "2026-08-06" },
      { kind: "after", on: "2026-08-13" },
    ]);
  });

  test("weekends are left in peace: before the due day on Friday, after it on Monday", () => {
    const due = { endsOn: "2026-05-31", dueOn: "2026-06-15" };
    const chosen = { ...usualRequestSettings, remindBeforeDays: [1], remindAfterDays: [5] };
    // 31 May, 14 June and 20 June 2026 are Sunday, Sunday and Saturday.
    expect(requestSlots(chosen, due).map(({ on }) => on)).toEqual(["2026-06-01", "2026-06-12", "2026-06-22"]);
    expect(requestSlots({ ...chosen, workdaysOnly: false }, due).map(({ on }) => on)).toEqual([
      "2026-05-31",
      "2026-06-14",
      "2026-06-20",
    ]);
  });

  test("every day once, in order, the opening first, none on a weekend unless wanted", () => {
    fc.assert(
      fc.property(settings, periods, (chosen, of) => {
        const slots = requestSlots(chosen, of);
        expect(slots[0]?.kind).toBe("opened");
        expect(slots.filter(({ kind }) => kind === "opened")).toHaveLength(1);
        const on = slots.map((slot) => slot.on);
        expect(on).toEqual([...new Set(on)].toSorted());
        expect(chosen.workdaysOnly ? on.filter(isRest) : []).toEqual([]);
        const misplaced = slots.filter(
          (slot) => (slot.kind === "before" && slot.on > of.dueOn) || (slot.kind === "after" && slot.on <= of.dueOn),
        );
        expect(misplaced).toEqual([]);
      }),
    );
  });
});

describe("who is asked now", () => {
  const owing: Askable = { participantId: "p1", userId: "u1", missing: 2, lastAskedAt: null };

  test("not before the hour of the zone, then everybody with something missing", () => {
    const done = { ...owing, userId: "u2", missing: 0 };
    expect(requestsDue(usualRequestSettings, period, helsinki("2026-06-30", 8) - 1, [owing])).toEqual([]);
    expect(requestsDue(usualRequestSettings, period, helsinki("2026-06-30"), [owing, done])).toEqual([
      { participantId: "p1", userId: "u1", kind: "opened", forOn: "2026-06-30" },
    ]);
  });

  test("after a standstill over several requests it asks once, for the latest", () => {
    expect(requestsDue(usualRequestSettings, period, helsinki("2026-08-02"), [owing])).toEqual([
      { participantId: "p1", userId: "u1", kind: "after", forOn: "2026-07-31" },
    ]);
  });

  test("what lies further back than two weeks is let lie", () => {
    expect(slotAt(usualRequestSettings, period, helsinki("2026-08-27", 23))).toMatchObject({ on: "2026-08-13" });
    expect(slotAt(usualRequestSettings, period, helsinki("2026-08-28"))).toBeNull();
  });

  test("however often and irregularly it is looked, nobody is asked twice for one day, nor with nothing missing", () => {
    const looks = fc.array(fc.integer({ min: 0, max: 200 * 24 }), { maxLength: 40 });
    fc.assert(
      fc.property(settings, periods, people, looks, (chosen, of, group, hours) => {
        const start = Date.parse(of.endsOn) - 50 * dayMs;
        const lastAsked = new Map<string, number>();
        const asked: string[] = [];
        const unique = [...new Map(group.map((each) => [`${each.participantId} ${each.userId}`, each])).values()];
        for (const hour of hours.toSorted((left, right) => left - right)) {
          const now = start + hour * 3_600_000;
          const askable = unique.map((each) => ({
            ...each,
            lastAskedAt: lastAsked.get(`${each.participantId} ${each.userId}`) ?? null,
          }));
          const due = requestsDue(chosen, of, now, askable);
          // Once asked, looking again at the same moment finds nothing.
          for (const each of due) {
            const key = `${each.participantId} ${each.userId}`;
            expect(askable.find((one) => `${one.participantId} ${one.userId}` === key)?.missing).toBeGreaterThan(0);
            lastAsked.set(key, now);
            asked.push(`${key} ${each.forOn}`);
            expect(slotInstant(chosen, { kind: each.kind, on: each.forOn })).toBeLessThanOrEqual(now);
          }
        }
        expect(asked).toHaveLength(new Set(asked).size);
        expect(asked.length).toBeLessThanOrEqual(unique.length * requestSlots(chosen, of).length);
      }),
    );
  });

  test("looked at around each of them, everybody who owes all the time is asked on every day of the plan", () => {
    fc.assert(
      fc.property(settings, periods, (chosen, of) => {
        let lastAskedAt: number | null = null;
        const asked: string[] = [];
        const slots = requestSlots(chosen, of);
        const hour = 3_600_000;
        const looks = slots.map((slot) => slotInstant(chosen, slot)).flatMap((at) => [at - 1, at, at + 3 * hour]);
        for (const now of looks) {
          const [due] = requestsDue(chosen, of, now, [{ ...owing, lastAskedAt }]);
          if (!due) continue;
          lastAskedAt = now;
          asked.push(due.forOn);
        }
        expect(asked).toEqual(slots.map(({ on }) => on));
      }),
    );
  });
});

describe("being late", () => {
  const draft = { state: "draft", submittedAt: null };
  const zone = "Europe/Helsinki";

  test("begins when the due day is over in the project's zone", () => {
    expect(needsLateReason(draft, "2026-07-30", Date.UTC(2026, 6, 30, 20, 59), zone)).toBe(false);
    expect(needsLateReason(draft, "2026-07-30", Date.UTC(2026, 6, 30, 21), zone)).toBe(true);
    expect(needsLateReason(draft, "2026-07-30", Date.UTC(2026, 6, 30, 21), "America/New_York")).toBe(false);
    expect(daysLate("2026-07-30", Date.UTC(2026, 6, 30, 20, 59), zone)).toBe(0);
    expect(daysLate("2026-07-30", Date.UTC(2026, 6, 30, 21), zone)).toBe(1);
    expect(daysLate("2026-07-30", Date.UTC(2026, 7, 30, 9), zone)).toBe(31);
  });

  test("what was handed in in time and came back needs no excuse; what was late before does", () => {
    const now = Date.UTC(2026, 7, 10);
    const inTime = { state: "returned", submittedAt: Date.UTC(2026, 6, 30, 12) };
    expect(needsLateReason(inTime, "2026-07-30", now, zone)).toBe(false);
    expect(needsLateReason({ ...inTime, submittedAt: Date.UTC(2026, 7, 1) }, "2026-07-30", now, zone)).toBe(true);
  });
});
