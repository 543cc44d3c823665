import { computeBalance, type LedgerLine } from "../contributions/balance-rules.ts";
import { type GuardedLine, memberViews } from "../contributions/viewpoint-rules.ts";
import type { Elector } from "./decision-rules.ts";

type Voter = Pick<Elector, "organisationId" | "name">;

/** One organisation, one vote. */
export function equalElectorate(voters: readonly Voter[]): Elector[] {
  return voters.map(({ organisationId, name }) => ({ organisationId, name, weight: 1 }));
}

/**
 * Votes by share of the agreed contributions of those who vote, in basis points by largest remainder; who contributes
 * nothing of value does not vote. Refused (`SHARES_CONFIDENTIAL`) unless the balance tells every member each share: the
 * weights are shown to everybody and would give hidden figures away (security.md, R-A12). `NO_SHARES`: nothing is agreed.
 */
export function shareElectorate(
  voters: readonly Voter[],
  lines: readonly GuardedLine[],
): Elector[] | "SHARES_CONFIDENTIAL" | "NO_SHARES" {
  const place = new Map(voters.map(({ organisationId }, index) => [organisationId, index]));
  const counted = lines
    .filter((line) => line.state === "agreed" && line.valueCents !== null && place.has(line.ownerId))
    // Shares of an organisation in several roles are one.
    .map((line) => ({ ...line, participantId: line.ownerId }))
    .toSorted((left, right) => (place.get(left.ownerId) ?? 0) - (place.get(right.ownerId) ?? 0));
  const sharesIn = (hidden: (line: (typeof counted)[number]) => boolean) =>
    computeBalance(
      counted.map((line): LedgerLine => ({ ...line, hidden: hidden(line) })),
      [],
    ).participants;
  const isTold = memberViews(counted).every((isHidden) => sharesIn(isHidden).every(({ shareBp }) => shareBp !== null));
  if (!isTold) return "SHARES_CONFIDENTIAL";
  const names = new Map(voters.map(({ organisationId, name }) => [organisationId, name]));
  const electors = sharesIn(() => false)
    .filter(({ value }) => (value.agreed ?? 0) > 0)
    .map(({ participantId, shareBp }) => ({
      organisationId: participantId,
      name: names.get(participantId) ?? "",
      weight: shareBp ?? 0,
    }));
  return electors.length === 0 ? "NO_SHARES" : electors;
}
