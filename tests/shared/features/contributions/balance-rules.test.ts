import fc from "fast-check";
import { describe, expect, it } from "vitest";

import { type AcceptedUpdate, computeBalance, type LedgerLine } from "#shared/features/contributions/balance-rules.ts";
import { projectBalanceSchema } from "#shared/features/contributions/balance.ts";
import { contributionKinds, contributionStates } from "#shared/features/contributions/contribution-words.ts";
import { discloseSubtotal, discloseTotal } from "#shared/features/contributions/disclosure-rules.ts";
import { addExactly, MAX_CENTS } from "#shared/money.ts";

const amount = fc.option(fc.integer({ min: 0, max: MAX_CENTS }), { nil: null });
const line = fc.record({
  participantId: fc.constantFrom("p1", "p2", "p3", "p4", "p5"),
  streamId: fc.constantFrom(null, "s1", "s2", "s3"),
  kind: fc.constantFrom(...contributionKinds),
  state: fc.constantFrom(...contributionStates),
  valueCents: amount,
  effortPmHundredths: amount,
  hidden: fc.boolean(),
});
const report = fc.record({
  line: fc.nat(),
  deliveredCents: amount,
  deliveredPmHundredths: amount,
  remainingCents: amount,
  remainingPmHundredths: amount,
});
/** The fourth and the fifth participant are one organisation in two roles. */
const ownerOf = (participantId: string) => (participantId === "p5" ? "o4" : participantId.replace("p", "o"));
const ledger = fc
  .tuple(fc.array(line, { maxLength: 40 }), fc.array(report, { maxLength: 60 }))
  .map(([drafts, reports]): [LedgerLine[], AcceptedUpdate[]] => [
    drafts.map((each, index) => ({ ...each, id: `c${index}`, ownerId: ownerOf(each.participantId) })),
    drafts.length === 0
      ? []
      : reports.map(({ line: at, ...rest }, index) => ({
          ...rest,
          contributionId: `c${at % drafts.length}`,
          periodNumber: index,
        })),
  ]);

/** The same figures, worked out in big integers line by line. */
function expected(lines: LedgerLine[], updates: AcceptedUpdate[], unit: "value" | "effort") {
  const [agreedField, deliveredField, remainingField] =
    unit === "value"
      ? (["valueCents", "deliveredCents", "remainingCents"] as const)
      : (["effortPmHundredths", "deliveredPmHundredths", "remainingPmHundredths"] as const);
  return lines
    .filter(({ state }) => state === "agreed")
    .map((each) => {
      const own = updates.filter(({ contributionId }) => contributionId === each.id);
      const delivered = own.reduce((sum, update) => sum + BigInt(update[deliveredField] ?? 0), 0n);
      const agreed = BigInt(each[agreedField] ?? 0);
      const rest = agreed > delivered ? agreed - delivered : 0n;
      const stated = own.at(-1)?.[remainingField];
      const isStated =
        each[agreedField] !== null || stated != null || own.some((update) => update[deliveredField] !== null);
      const remaining = stated === null || stated === undefined ? rest : BigInt(stated);
      return { ...each, agreed: Number(agreed), delivered: Number(delivered), remaining: Number(remaining), isStated };
    })
    .filter(({ isStated }) => isStated);
}

const asParts = <Row extends { ownerId: string; hidden: boolean }>(rows: Row[], of: (row: Row) => number) =>
  rows.map((row) => ({ ownerId: row.ownerId, hidden: row.hidden, amount: of(row) }));

describe("computeBalance", () => {
  it("gives every subtotal exactly, and only what the breakdown rule lets this reader know", () => {
    fc.assert(
      fc.property(ledger, ([lines, updates]) => {
        const balance = computeBalance(lines, updates);
        projectBalanceSchema.parse(balance);
        for (const unit of ["value", "effort"] as const) {
          const rows = expected(lines, updates, unit);
          const check = (
            figures: Record<"agreed" | "delivered" | "remaining" | "forecast", number | null>,
            own: typeof rows,
          ) => {
            for (const name of ["agreed", "delivered", "remaining"] as const)
              expect(figures[name]).toBe(discloseSubtotal(asParts(own, (row) => row[name])));
            expect(figures.forecast).toBe(discloseSubtotal(asParts(own, (row) => row.delivered + row.remaining)));
          };
          for (const member of balance.participants) {
            check(
              member[unit],
              rows.filter((row) => row.participantId === member.participantId),
            );
            for (const kind of member.kinds)
              check(
                kind[unit],
                rows.filter((row) => row.participantId === member.participantId && row.kind === kind.kind),
              );
          }
          for (const stream of balance.streams)
            check(
              stream[unit],
              rows.filter((row) => row.streamId === stream.streamId),
            );
          for (const kind of balance.kinds)
            check(
              kind[unit],
              rows.filter((row) => row.kind === kind.kind),
            );
        }
      }),
    );
  });

  it("tells the project's agreed total by the rule for totals, and delivery only where no difference gives one away", () => {
    fc.assert(
      fc.property(ledger, ([lines, updates]) => {
        const balance = computeBalance(lines, updates);
        const rows = expected(lines, updates, "value");
        expect(balance.value.agreed).toBe(discloseTotal(asParts(rows, (row) => row.agreed)));
        const { delivered, remaining, forecast } = balance.value;
        const told = [delivered, remaining, forecast].filter((figure) => figure !== null);
        const sums = ["delivered", "remaining"] as const;
        const [asDelivered, asRemaining] = sums.map((name) => discloseTotal(asParts(rows, (row) => row[name])));
        const whole = [asDelivered, asRemaining, (asDelivered ?? 0) + (asRemaining ?? 0)];
        expect(told).toEqual(told.length === 0 ? [] : whole);
      }),
    );
  });

  it("gives shares that add up to exactly 10 000 when nothing is hidden", () => {
    fc.assert(
      fc.property(ledger, ([lines, updates]) => {
        const open = lines.map((each) => ({ ...each, hidden: false }));
        const balance = computeBalance(open, updates);
        const total = addExactly(balance.participants.map(({ shareBp }) => shareBp ?? Number.NaN));
        expect(total).toBe(balance.value.agreed === 0 ? 0 : 10_000);
        expect(addExactly(balance.participants.map(({ value }) => value.agreed ?? Number.NaN))).toBe(
          balance.value.agreed,
        );
        expect(addExactly(balance.streams.map(({ value }) => value.agreed ?? Number.NaN))).toBe(balance.value.agreed);
        expect(addExactly(balance.kinds.map(({ effort }) => effort.forecast ?? Number.NaN))).toBe(
          balance.effort.forecast,
        );
      }),
    );
  });

  it("keeps what one member delivered confidential although agreed sums of three are told", () => {
    const lines = ["p1", "p2", "p3"].map((participantId): LedgerLine => ({
      id: `of ${participantId}`,
      participantId,
      ownerId: ownerOf(participantId),
      streamId: null,
      kind: "cash",
      state: "agreed",
      valueCents: 10_000,
      effortPmHundredths: null,
      hidden: true,
    }));
    const update: AcceptedUpdate = {
      contributionId: "of p1",
      periodNumber: 1,
      deliveredCents: 4_000,
      deliveredPmHundredths: null,
      remainingCents: null,
      remainingPmHundredths: null,
    };
    expect(computeBalance(lines, [update]).value).toEqual({
      agreed: 30_000,
      delivered: null,
      remaining: null,
      forecast: null,
    });
  });

  it("takes what remains from the latest accepted update, whatever the order, else agreed minus delivered, never below 0", () => {
    const only: LedgerLine = {
      id: "c",
      participantId: "p",
      ownerId: "o",
      streamId: "s",
      kind: "effort",
      state: "agreed",
      valueCents: 900,
      effortPmHundredths: 300,
      hidden: false,
    };
    const second: AcceptedUpdate = {
      contributionId: "c",
      periodNumber: 2,
      deliveredCents: 700,
      deliveredPmHundredths: 100,
      remainingCents: null,
      remainingPmHundredths: 250,
    };
    const first: AcceptedUpdate = {
      contributionId: "c",
      periodNumber: 1,
      deliveredCents: 300,
      deliveredPmHundredths: 50,
      remainingCents: 600,
      remainingPmHundredths: 1,
    };
    const balance = computeBalance([only], [second, first]);
    expect(balance.value).toEqual({ agreed: 900, delivered: 1_000, remaining: 0, forecast: 1_000 });
    expect(balance.effort).toEqual({ agreed: 300, delivered: 150, remaining: 250, forecast: 400 });
  });
});
