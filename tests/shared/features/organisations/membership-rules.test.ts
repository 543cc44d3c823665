import fc from "fast-check";
import { describe, expect, it } from "vitest";

import {
  closesCycle,
  isCurrent,
  isShorter,
  type MembershipEdge,
} from "#shared/features/organisations/membership-rules.ts";

const edge = (organisationId: string, parentId: string): MembershipEdge => ({ organisationId, parentId });

/** Finds a cycle the slow way: takes away organisations without parents until none is left or nothing moves. */
function hasCycle(edges: readonly MembershipEdge[]): boolean {
  let rest = [...edges];
  for (;;) {
    const children = new Set(rest.map((each) => each.organisationId));
    const next = rest.filter((each) => children.has(each.parentId));
    if (next.length === rest.length) return rest.length > 0;
    rest = next;
  }
}

describe("closesCycle", () => {
  it("refuses an organisation in itself, and a circle over several", () => {
    expect(closesCycle([], "a", "a")).toBe(true);
    expect(closesCycle([edge("b", "a")], "a", "b")).toBe(true);
    expect(closesCycle([edge("b", "c"), edge("c", "d"), edge("d", "a")], "a", "b")).toBe(true);
  });

  it("allows several ways up to the same association", () => {
    expect(closesCycle([edge("a", "b"), edge("b", "d"), edge("c", "d")], "a", "c")).toBe(false);
  });

  it("lets memberships grow one by one into exactly the graphs without a cycle", () => {
    const drawn = fc.array(fc.record({ organisationId: fc.nat(7).map(String), parentId: fc.nat(7).map(String) }), {
      maxLength: 25,
    });
    fc.assert(
      fc.property(drawn, (wishes) => {
        const edges: MembershipEdge[] = [];
        for (const wish of wishes) {
          expect(closesCycle(edges, wish.organisationId, wish.parentId)).toBe(hasCycle([...edges, wish]));
          if (!closesCycle(edges, wish.organisationId, wish.parentId)) edges.push(wish);
        }
      }),
    );
  });

  it("answers at a depth of thousands", () => {
    const chain = Array.from({ length: 5000 }, (_, index) => edge(String(index), String(index + 1)));
    expect(closesCycle(chain, "5000", "0")).toBe(true);
    expect(closesCycle(chain, "0", "5000")).toBe(false);
  });
});

describe("dates of memberships", () => {
  it("counts the last day", () => {
    expect(isCurrent({ untilOn: "2026-03-02" }, "2026-03-02")).toBe(true);
    expect(isCurrent({ untilOn: "2026-03-01" }, "2026-03-02")).toBe(false);
    expect(isCurrent({ untilOn: null }, "2026-03-02")).toBe(true);
  });

  it("knows when new dates only take days away", () => {
    const open = { sinceOn: null, untilOn: null };
    const year = { sinceOn: "2026-01-01", untilOn: "2026-12-31" };
    expect(isShorter(open, year)).toBe(true);
    expect(isShorter(year, open)).toBe(false);
    expect(isShorter(year, { ...year, untilOn: "2027-01-01" })).toBe(false);
    expect(isShorter(year, { ...year, sinceOn: "2025-12-31" })).toBe(false);
    expect(isShorter(year, year)).toBe(true);
  });
});
