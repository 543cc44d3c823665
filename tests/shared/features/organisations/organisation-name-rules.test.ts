import fc from "fast-check";
import { describe, expect, it } from "vitest";

import { LIKE_ENOUGH, nameLikeness, tellingWords } from "#shared/features/organisations/organisation-name-rules.ts";

describe("nameLikeness", () => {
  it("takes names that differ in legal form, order, case and accents for the same", () => {
    expect(nameLikeness("Kymen Lämpö Oy", "KYMEN LAMPO")).toBe(100);
    expect(nameLikeness("ООО «Тепловые сети»", "Тепловые сети")).toBe(100);
    expect(nameLikeness("Heat Works Ltd.", "Works, Heat")).toBe(100);
  });

  it("finds a slip of the pen and keeps other companies apart", () => {
    expect(nameLikeness("Baltic Cleantech Alliance", "Baltic Cleantech Aliance")).toBeGreaterThanOrEqual(LIKE_ENOUGH);
    expect(nameLikeness("Baltic Cleantech Alliance", "Nordic Biogas Partners")).toBeLessThan(LIKE_ENOUGH);
  });

  it("is the same in both directions, 100 for a name with itself, and never leaves 0–100", () => {
    fc.assert(
      fc.property(
        fc.string({ unit: "grapheme", maxLength: 40 }),
        fc.string({ unit: "grapheme", maxLength: 40 }),
        (left, right) => {
          expect(nameLikeness(left, right)).toBe(nameLikeness(right, left));
          expect(nameLikeness(left, left)).toBe(100);
          expect(nameLikeness(left, right)).toBeGreaterThanOrEqual(0);
          expect(nameLikeness(left, right)).toBeLessThanOrEqual(100);
        },
      ),
    );
  });

  it("keeps a name that is nothing but a legal form", () => {
    expect(tellingWords("AS")).toEqual(["as"]);
  });
});
