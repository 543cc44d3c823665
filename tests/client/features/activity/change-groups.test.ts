import { describe, expect, test } from "vitest";
import { changesByDay } from "#client/features/activity/change-groups.ts";
import { shownFields, valueText } from "#client/features/activity/change-value.ts";
import type { ChangeRow } from "#shared/features/changes/change.ts";

const row = (seq: number, at: number, groupId: string): ChangeRow => ({
  seq,
  at,
  groupId,
  entity: "stream",
  entityId: "x",
  action: "updated",
  title: null,
  actorName: null,
  actingForId: null,
  actingForName: null,
  fields: {},
  isUndone: false,
  mayUndo: false,
});

describe("changesByDay", () => {
  test("keeps the order and puts the records of one act together", () => {
    const days = changesByDay([row(4, 20, "b"), row(3, 20, "a"), row(2, 20, "a"), row(1, 10, "a")], String);
    expect(days.map(({ day, groups }) => [day, groups.map((group) => group.map(({ seq }) => seq))])).toEqual([
      ["20", [[4], [3, 2]]],
      ["10", [[1]]],
    ]);
  });
});

describe("values of changes", () => {
  const context = {
    t: ((key: string, options?: { defaultValue?: string }) => options?.defaultValue ?? key) as never,
    format: {
      money: (cents: number, currency: string) => `${cents} ${currency}`,
      effort: (pm: number) => `${pm} pm`,
      day: (day: string) => `day ${day}`,
      count: String,
      list: (names: string[]) => names.join("+"),
    } as never,
    currency: "EUR",
    labels: { p1: "Lendtherm" },
  };

  test("are read by the name of their field", () => {
    expect(valueText("valueCents", 1250, context)).toBe("1250 EUR");
    expect(valueText("effortPmHundredths", 150, context)).toBe("150 pm");
    expect(valueText("dueOn", "2026-07-30", context)).toBe("day 2026-07-30");
    expect(valueText("leadParticipantId", "p1", context)).toBe("Lendtherm");
    expect(valueText("keywords", ["a", "b"], context)).toBe("a+b");
    expect(valueText("title", null, context)).toBe("activity:empty");
  });

  test("leave out what only keeps the record together, and what stayed empty", () => {
    const fields = { id: [null, "x"], search: ["a", "b"], title: ["old", "new"], note: [null, ""] };
    expect(shownFields(fields).map(({ name }) => name)).toEqual(["title"]);
  });
});
