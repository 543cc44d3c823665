import { sharesByLargestRemainder } from "#shared/money.ts";

import type { Figures, ParticipantBalance, ProjectBalance } from "./balance.ts";
import { type ContributionKind, contributionKinds, type ContributionState } from "./contribution-words.ts";
import { discloseTotal, type Part } from "./disclosure-rules.ts";

/** A line of the ledger; `ownerId` is the participant's organisation, `hidden` when this reader may not see it. */
export type LedgerLine = {
  id: string;
  participantId: string;
  ownerId: string;
  streamId: string | null;
  kind: ContributionKind;
  state: ContributionState;
  valueCents: number | null;
  effortPmHundredths: number | null;
  hidden: boolean;
};

/** The figures of one accepted update. */
export type AcceptedUpdate = {
  contributionId: string;
  periodNumber: number;
  deliveredCents: number | null;
  deliveredPmHundredths: number | null;
  remainingCents: number | null;
  remainingPmHundredths: number | null;
};

/** Agreed, delivered and remaining of one amount; integers of one unit. */
export type ThreeWay = { agreed: number; delivered: number; remaining: number };

type Share = ThreeWay & { ownerId: string; hidden: boolean };
type Tally = ThreeWay & { hidden: boolean };
type Tallies = { value: Tally; effort: Tally };
type Delivery = { cents: number | null; pm: number | null; latest: AcceptedUpdate };

/** Adds two whole numbers; throws RangeError instead of rounding beyond 2^53 - 1. */
function plus(left: number, right: number): number {
  const sum = left + right;
  if (!Number.isSafeInteger(sum)) throw new RangeError("a sum left the safe range");
  return sum;
}

function plusOrNull(left: number | null, right: number | null): number | null {
  return right === null ? left : plus(left ?? 0, right);
}

/**
 * Three-way view of one line: what remains is as the latest accepted update forecast it, else agreed minus
 * delivered, not below 0. Null when the line states nothing in this unit.
 */
export function threeWayOf(
  agreed: number | null,
  delivered: number | null,
  forecastRemaining: number | null,
): ThreeWay | null {
  if (agreed === null && delivered === null && forecastRemaining === null) return null;
  const baseline = agreed ?? 0;
  const used = delivered ?? 0;
  return { agreed: baseline, delivered: used, remaining: forecastRemaining ?? Math.max(0, baseline - used) };
}

/** Sums of the accepted updates by line, with the update of the latest period. */
export function deliveriesOf(updates: readonly AcceptedUpdate[]): Map<string, Delivery> {
  const byLine = new Map<string, Delivery>();
  for (const update of updates) {
    const before = byLine.get(update.contributionId);
    byLine.set(update.contributionId, {
      cents: plusOrNull(before?.cents ?? null, update.deliveredCents),
      pm: plusOrNull(before?.pm ?? null, update.deliveredPmHundredths),
      latest: before && before.latest.periodNumber > update.periodNumber ? before.latest : update,
    });
  }
  return byLine;
}

function emptyTallies(): Tallies {
  const empty = { agreed: 0, delivered: 0, remaining: 0, hidden: false };
  return { value: { ...empty }, effort: { ...empty } };
}

function addTo(tally: Tally, share: Share): void {
  tally.agreed = plus(tally.agreed, share.agreed);
  tally.delivered = plus(tally.delivered, share.delivered);
  tally.remaining = plus(tally.remaining, share.remaining);
  tally.hidden ||= share.hidden;
}

function tallyOf<Key>(tallies: Map<Key, Tallies>, key: Key): Tallies {
  const known = tallies.get(key);
  if (known) return known;
  const fresh = emptyTallies();
  tallies.set(key, fresh);
  return fresh;
}

const confidential: Figures = { agreed: null, delivered: null, remaining: null, forecast: null };

// As discloseSubtotal: one hidden part makes the subtotal confidential.
function subtotal({ hidden, agreed, delivered, remaining }: Tally): Figures {
  return hidden ? confidential : { agreed, delivered, remaining, forecast: plus(delivered, remaining) };
}

function both(tallies: Tallies): { value: Figures; effort: Figures } {
  return { value: subtotal(tallies.value), effort: subtotal(tallies.effort) };
}

/**
 * The project's total. Delivered, remaining and forecast are told together or not at all: forecast minus
 * remaining is delivered, and agreed minus forecast the overrun, so each of these has to pass the rule.
 */
export function discloseThreeWay(shares: readonly Share[]): Figures {
  const parts = (amount: (share: Share) => number): Part[] =>
    shares.map((share) => ({ ownerId: share.ownerId, hidden: share.hidden, amount: amount(share) }));
  const agreed = discloseTotal(parts((share) => share.agreed));
  const delivered = discloseTotal(parts((share) => share.delivered));
  const remaining = discloseTotal(parts((share) => share.remaining));
  const overruns = parts((share) => Math.abs(share.agreed - share.delivered - share.remaining));
  const overrunsKept = overruns.every((part) => !part.hidden || part.amount === 0) || discloseTotal(overruns) !== null;
  if (agreed === null || delivered === null || remaining === null || !overrunsKept) return { ...confidential, agreed };
  return { agreed, delivered, remaining, forecast: plus(delivered, remaining) };
}

function kindsOf(tallies: Map<ContributionKind, Tallies>): ProjectBalance["kinds"] {
  return contributionKinds.flatMap((kind) => {
    const found = tallies.get(kind);
    return found ? [{ kind, ...both(found) }] : [];
  });
}

type Member = { all: Tallies; kinds: Map<ContributionKind, Tallies> };

/**
 * Shares of the agreed value in basis points by largest remainder (cluster agreement rule book: they add up to
 * exactly 10 000); null for whom the value, or for everybody when the total, is confidential.
 */
function participantsOf(members: Map<string, Member>, totalIsTold: boolean): ParticipantBalance[] {
  const shares = sharesByLargestRemainder([...members.values()].map(({ all }) => all.value.agreed));
  return [...members].map(([participantId, { all, kinds }], index) => ({
    participantId,
    ...both(all),
    shareBp: totalIsTold && !all.value.hidden ? (shares[index] ?? 0) : null,
    kinds: kindsOf(kinds),
  }));
}

/**
 * Balance of a project from its agreed lines and accepted updates: agreed, delivered and re-forecast value (cents)
 * and effort (hundredths of person-months) for the project, by participant, stream and kind, as one reader may know
 * it. Participants and streams come in the order in which the lines first name them.
 */
export function computeBalance(lines: readonly LedgerLine[], updates: readonly AcceptedUpdate[]): ProjectBalance {
  const deliveries = deliveriesOf(updates);
  const members = new Map<string, Member>();
  const streams = new Map<string | null, Tallies>();
  const kinds = new Map<ContributionKind, Tallies>();
  const shares: { value: Share[]; effort: Share[] } = { value: [], effort: [] };
  for (const line of lines) {
    if (line.state !== "agreed") continue;
    const member = members.get(line.participantId) ?? { all: emptyTallies(), kinds: new Map() };
    members.set(line.participantId, member);
    const places = [
      member.all,
      tallyOf(member.kinds, line.kind),
      tallyOf(streams, line.streamId),
      tallyOf(kinds, line.kind),
    ];
    const delivery = deliveries.get(line.id);
    const amounts = {
      value: threeWayOf(line.valueCents, delivery?.cents ?? null, delivery?.latest.remainingCents ?? null),
      effort: threeWayOf(line.effortPmHundredths, delivery?.pm ?? null, delivery?.latest.remainingPmHundredths ?? null),
    };
    for (const unit of ["value", "effort"] as const) {
      const amount = amounts[unit];
      if (!amount) continue;
      const share = { ...amount, ownerId: line.ownerId, hidden: line.hidden };
      shares[unit].push(share);
      for (const place of places) addTo(place[unit], share);
    }
  }
  const value = discloseThreeWay(shares.value);
  return {
    value,
    effort: discloseThreeWay(shares.effort),
    participants: participantsOf(members, value.agreed !== null),
    streams: [...streams].map(([streamId, tallies]) => ({ streamId, ...both(tallies) })),
    kinds: kindsOf(kinds),
  };
}
