import fc from "fast-check";
import { expect, test } from "vitest";

import type { GuardedLine } from "#shared/features/contributions/viewpoint-rules.ts";
import { equalElectorate, shareElectorate } from "#shared/features/decisions/electorate-rules.ts";

const voters = ["a", "b", "c"].map((organisationId) => ({ organisationId, name: organisationId.toUpperCase() }));

function line(ownerId: string, valueCents: number | null, changed: Partial<GuardedLine> = {}): GuardedLine {
  return {
    id: `${ownerId}${valueCents}`,
    participantId: `p-${ownerId}`,
    ownerId,
    streamId: null,
    kind: "cash",
    state: "agreed",
    valueCents,
    effortPmHundredths: null,
    hidden: false,
    confidentiality: "consortium",
    ...changed,
  };
}

test("one organisation has one vote", () => {
  expect(equalElectorate(voters).map(({ weight }) => weight)).toEqual([1, 1, 1]);
});

test("shares are of the agreed value of those who vote; an organisation in several roles is one", () => {
  const lines = [
    line("a", 100),
    line("a", 200, { participantId: "second role" }),
    line("b", 300),
    line("b", 900, { state: "proposed" }),
    line("stranger", 5_000, { confidentiality: "coordinator" }),
  ];
  expect(shareElectorate(voters, lines)).toEqual([
    { organisationId: "a", name: "A", weight: 5_000 },
    { organisationId: "b", name: "B", weight: 5_000 },
  ]);
});

test("are refused when a line of theirs is confidential, for the weights would tell it", () => {
  const hidden = line("b", 300, { confidentiality: "coordinator" });
  expect(shareElectorate(voters, [line("a", 100), hidden])).toBe("SHARES_CONFIDENTIAL");
  expect(shareElectorate(voters, [line("a", 100), { ...hidden, state: "proposed" }])).toHaveLength(1);
  expect(shareElectorate(voters, [line("a", 100), { ...hidden, valueCents: null }])).toHaveLength(1);
});

test("are refused when nothing is agreed", () => {
  expect(shareElectorate(voters, [])).toBe("NO_SHARES");
  expect(shareElectorate(voters, [line("a", 0), line("b", null)])).toBe("NO_SHARES");
});

test("add up to exactly 10 000", () => {
  fc.assert(
    fc.property(fc.array(fc.integer({ min: 1, max: 99_999_999_999 }), { minLength: 1, maxLength: 3 }), (values) => {
      const lines = values.map((value, index) => line(["a", "b", "c"][index] ?? "a", value));
      const electorate = shareElectorate(voters, lines);
      expect(typeof electorate).toBe("object");
      const weights = typeof electorate === "string" ? [] : electorate.map(({ weight }) => weight);
      expect(weights.reduce((sum, weight) => sum + weight, 0)).toBe(10_000);
    }),
  );
});
