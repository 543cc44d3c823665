import { describe, expect, test } from "vitest";

import { assignStreamLook, suggestStreamCode, warningsOfStream } from "#shared/features/streams/stream-rules.ts";

const sound = { leadParticipantId: "p", leadState: "accepted", startMonth: 1, endMonth: 12, trlStart: 4, trlTarget: 8 };

describe("streams", () => {
  test("are coded as their readers are used to", () => {
    expect(suggestStreamCode("cluster-agreement", 3)).toBe("S3");
    expect(suggestStreamCode("horizon-europe-actual", 3)).toBe("WP3");
  });

  test("differ by colour and pattern for the first fifty, and the gap of a removed one is used again", () => {
    const looks: ReturnType<typeof assignStreamLook>[] = [];
    for (let count = 0; count < 50; count += 1) looks.push(assignStreamLook(looks));
    expect(new Set(looks.map((look) => `${look.colour} ${look.pattern}`)).size).toBe(50);
    expect(new Set(looks.slice(0, 10).map((look) => look.colour)).size).toBe(10);
    const [removed] = looks.splice(3, 1);
    expect(assignStreamLook(looks)).toEqual(removed);
  });

  test.each([
    ["a sound one", {}, []],
    ["no lead", { leadParticipantId: null, leadState: null }, ["NO_LEAD"]],
    ["a lead that left", { leadState: "withdrawn" }, ["LEAD_NOT_ACCEPTED"]],
    ["an end before the start", { startMonth: 9, endMonth: 3 }, ["MONTHS_REVERSED"]],
    ["an end after the project", { endMonth: 25 }, ["MONTHS_OUTSIDE"]],
    ["a target below the start", { trlStart: 6, trlTarget: 5 }, ["TRL_TARGET_BELOW_START"]],
  ])("warn about %s", (_name, change, expected) => {
    expect(warningsOfStream({ ...sound, ...change }, 24)).toEqual(expected);
  });

  test("have no months outside of a project without duration", () => {
    expect(warningsOfStream({ ...sound, endMonth: 900 }, null)).toEqual([]);
  });
});
