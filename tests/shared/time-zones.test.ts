import fc from "fast-check";
import { describe, expect, test } from "vitest";

import { dayInZone, instantInZone, isTimeZone } from "#shared/time-zones.ts";

const zones = fc.constantFrom(
  "Europe/Helsinki",
  "UTC",
  "America/St_Johns",
  "Asia/Kathmandu",
  "Pacific/Kiritimati",
  "Pacific/Pago_Pago",
  "Australia/Lord_Howe",
  "America/Sao_Paulo",
);
const days = fc
  .integer({ min: Date.UTC(2000, 0, 1) / 86_400_000, max: Date.UTC(2080, 0, 1) / 86_400_000 })
  .map((count) => new Date(count * 86_400_000).toISOString().slice(0, 10));

describe("days and hours of a zone", () => {
  test("an hour of a day lies on that day, whatever the clocks do", () => {
    fc.assert(
      fc.property(days, fc.integer({ min: 0, max: 23 }), zones, (day, hour, zone) => {
        // No zone has dropped a whole day since 2012, when Samoa had.
        expect(dayInZone(instantInZone(day, hour, zone), zone)).toBe(day);
      }),
    );
  });

  test("later hours are never earlier instants", () => {
    fc.assert(
      fc.property(days, fc.integer({ min: 0, max: 22 }), zones, (day, hour, zone) => {
        expect(instantInZone(day, hour + 1, zone)).toBeGreaterThanOrEqual(instantInZone(day, hour, zone));
      }),
    );
  });

  test("known instants, with summer time, its missing and its double hour", () => {
    expect(instantInZone("2026-07-01", 8, "Europe/Helsinki")).toBe(Date.UTC(2026, 6, 1, 5));
    expect(instantInZone("2026-01-01", 8, "Europe/Helsinki")).toBe(Date.UTC(2026, 0, 1, 6));
    // 29 March 2026, 3:00 does not exist: the clocks go from 3 to 4.
    expect(instantInZone("2026-03-29", 3, "Europe/Helsinki")).toBe(Date.UTC(2026, 2, 29, 1));
    // 25 October 2026, 3:00 comes twice: the first one counts.
    expect(instantInZone("2026-10-25", 3, "Europe/Helsinki")).toBe(Date.UTC(2026, 9, 25, 0));
    expect(dayInZone(Date.UTC(2026, 6, 30, 21, 30), "Europe/Helsinki")).toBe("2026-07-31");
    expect(dayInZone(Date.UTC(2026, 6, 30, 20, 59), "Europe/Helsinki")).toBe("2026-07-30");
    expect(dayInZone(Date.UTC(2026, 6, 31, 3), "America/New_York")).toBe("2026-07-30");
  });

  test("unknown zones are known as such", () => {
    expect(isTimeZone("Europe/Helsinki")).toBe(true);
    expect(isTimeZone("Europe/Atlantis")).toBe(false);
    expect(isTimeZone("")).toBe(false);
  });
});
