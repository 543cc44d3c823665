import fc from "fast-check";
import { describe, expect, test } from "vitest";

import { type CastVote, type Elector, resultOf, type Threshold } from "#shared/features/decisions/decision-rules.ts";
import { voteChoices, voteMajorities } from "#shared/features/decisions/decision-words.ts";

const nobody: ReadonlySet<string> = new Set();
const simple: Threshold = { quorumBp: 0, majority: "simple", majorityBp: null };
const electors = (...weights: number[]): Elector[] =>
  weights.map((weight, index) => ({ organisationId: `o${index}`, name: `Organisation ${index}`, weight }));

/** One letter for each elector in order: y, n, a, or - for no vote. */
function votesIn(letters: string): CastVote[] {
  return letters.split("").flatMap((letter, index) => {
    const choice = voteChoices.find((each) => each.startsWith(letter));
    return choice ? [{ organisationId: `o${index}`, choice }] : [];
  });
}

const accepts = (letters: string, threshold: Partial<Threshold>, weights = letters.split("").map(() => 1)) =>
  resultOf(electors(...weights), votesIn(letters), nobody, { ...simple, ...threshold }).accepted;

describe("majorities", () => {
  test.each([
    ["yyn", "simple", null, true],
    ["yynn", "simple", null, false],
    ["yaaa", "simple", null, true],
    ["aaaa", "simple", null, false],
    ["yyn", "two-thirds", null, true],
    ["yyyynnn", "two-thirds", null, false],
    ["yyyn", "own", 7_500, true],
    ["yyynn", "own", 7_500, false],
    ["yyyy", "own", 10_000, true],
    ["yyyn", "own", 10_000, false],
  ] as const)("%s by %s %s: %s", (letters, majority, majorityBp, expected) => {
    expect(accepts(letters, { majority, majorityBp })).toBe(expected);
  });

  test("six organisations with one vote each tie exactly, whatever is rounded", () => {
    expect(accepts("yyynnn", {})).toBe(false);
    expect(accepts("nynyny", {})).toBe(false);
  });

  test("two thirds of shares are exactly two thirds", () => {
    expect(accepts("yn", { majority: "two-thirds" }, [6_666, 3_334])).toBe(false);
    expect(accepts("yn", { majority: "two-thirds" }, [6_667, 3_333])).toBe(true);
  });
});

const reached = (letters: string, quorumBp: number, left = nobody) =>
  resultOf(electors(...letters.split("").map(() => 1)), votesIn(letters), left, { ...simple, quorumBp }).quorumReached;

describe("the quorum", () => {
  test("counts abstentions, is reached exactly, and never by nobody", () => {
    expect(reached("ya--", 5_000)).toBe(true);
    expect(reached("y---", 5_000)).toBe(false);
    expect(reached("----", 0)).toBe(false);
    expect(reached("", 0)).toBe(false);
  });

  test("does not count the vote of a member that has left, and stays as high as it was", () => {
    const left = new Set(["o1"]);
    expect(reached("yy--", 5_000)).toBe(true);
    expect(reached("yy--", 5_000, left)).toBe(false);
    const result = resultOf(electors(1, 1, 1, 1), votesIn("yn--"), left, simple);
    expect(result).toMatchObject({ yesBp: 2_500, noBp: 0, absentBp: 7_500, leftIds: ["o1"] });
  });
});

describe("every result", () => {
  const weights = fc.array(fc.integer({ min: 0, max: 10_000 }), { minLength: 1, maxLength: 40 });
  const scene = fc.record({
    weights,
    letters: fc.array(fc.constantFrom("y", "n", "a", "-"), { minLength: 40, maxLength: 40 }),
    left: fc.array(fc.integer({ min: 0, max: 39 }), { maxLength: 5 }),
    majority: fc.constantFrom(...voteMajorities),
    quorumBp: fc.integer({ min: 0, max: 10_000 }),
  });
  const settled = ({
    weights: each,
    letters,
    left,
    majority,
    quorumBp,
  }: typeof scene extends fc.Arbitrary<infer T> ? T : never) => ({
    electorate: electors(...each),
    votes: votesIn(letters.slice(0, each.length).join("")),
    left: new Set(left.map((index) => `o${index}`)),
    threshold: { quorumBp, majority, majorityBp: majority === "own" ? 6_000 : null },
  });

  test("has parts that add up to exactly 10 000", () => {
    fc.assert(
      fc.property(scene, (made) => {
        fc.pre(made.weights.some((weight) => weight > 0));
        const { electorate, votes, left, threshold } = settled(made);
        const { yesBp, noBp, abstainBp, absentBp, tally } = resultOf(electorate, votes, left, threshold);
        expect(yesBp + noBp + abstainBp + absentBp).toBe(10_000);
        expect(tally.yes + tally.no + tally.abstain + tally.absent).toBe(
          made.weights.reduce((sum, weight) => sum + weight, 0),
        );
      }),
    );
  });

  test("is the same for votes in any order", () => {
    fc.assert(
      fc.property(scene, fc.infiniteStream(fc.double({ min: 0, max: 1, noNaN: true })), (made, noise) => {
        const { electorate, votes, left, threshold } = settled(made);
        const shuffled = votes
          .map((vote) => ({ vote, at: noise.next().value as number }))
          .toSorted((one, other) => one.at - other.at)
          .map(({ vote }) => vote);
        expect(resultOf(electorate, shuffled, left, threshold)).toEqual(resultOf(electorate, votes, left, threshold));
      }),
    );
  });

  test("with as much no as yes accepts nothing", () => {
    fc.assert(
      fc.property(weights, fc.constantFrom(...voteMajorities), (each, majority) => {
        const both = electors(...each, ...each);
        const letters = "y".repeat(each.length) + "n".repeat(each.length);
        const threshold = { quorumBp: 0, majority, majorityBp: majority === "own" ? 5_001 : null };
        expect(resultOf(both, votesIn(letters), nobody, threshold).accepted).toBe(false);
      }),
    );
  });

  test("counts no vote of somebody who is not asked", () => {
    const stranger: CastVote = { organisationId: "stranger", choice: "yes" };
    expect(resultOf(electors(1, 1), [stranger], nobody, simple).tally).toEqual({
      yes: 0,
      no: 0,
      abstain: 0,
      absent: 2,
    });
  });
});
