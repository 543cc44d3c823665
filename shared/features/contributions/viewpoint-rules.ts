import { type AcceptedUpdate, computeBalance, type LedgerLine } from "./balance-rules.ts";
import type { Figures, ProjectBalance } from "./balance.ts";
import type { Confidentiality } from "./contribution-words.ts";
import { discloseTotal, type DisclosedTotal, type Part } from "./disclosure-rules.ts";

/** A line with what decides who else may see it. */
export type GuardedLine = LedgerLine & { confidentiality: Confidentiality };

type Owned = { ownerId: string; confidentiality: Confidentiality };
type IsHidden = (line: Owned) => boolean;

const isSecret: IsHidden = (line) => line.confidentiality === "coordinator";

/**
 * What each member could find hidden, for totals told to somebody who contributes nothing or passes them on: every
 * member knows the lines that are shared and its own, and may read, or be, that somebody too. The first is the view of
 * a member that hides nothing itself.
 */
export function memberViews(lines: readonly Owned[]): readonly [IsHidden, ...IsHidden[]] {
  const owners = new Set(lines.filter(isSecret).map(({ ownerId }) => ownerId));
  return [
    isSecret,
    ...[...owners].map(
      (ownerId): IsHidden =>
        (line) =>
          isSecret(line) && line.ownerId !== ownerId,
    ),
  ];
}

/**
 * The balance with the project's totals told only if the rule for totals (security.md, R-A12) holds from every member's
 * point of view as well; shares of a total that is not told go with it.
 */
export function tellFromEveryView(
  balance: ProjectBalance,
  lines: readonly GuardedLine[],
  updates: readonly AcceptedUpdate[],
): ProjectBalance {
  const views = memberViews(lines.filter(({ state }) => state === "agreed")).map((isHidden) =>
    computeBalance(
      lines.map((line) => ({ ...line, hidden: isHidden(line) })),
      updates,
    ),
  );
  const value = toldByAll(
    balance.value,
    views.map((view) => view.value),
  );
  const effort = toldByAll(
    balance.effort,
    views.map((view) => view.effort),
  );
  if (value.agreed !== null) return { ...balance, value, effort };
  return { ...balance, value, effort, participants: balance.participants.map((row) => ({ ...row, shareBp: null })) };
}

/** The same for one total of parts. */
export function discloseFromEveryView(parts: readonly (Part & Owned)[]): DisclosedTotal {
  const views = memberViews(parts).map((isHidden) =>
    discloseTotal(parts.map((part) => ({ ...part, hidden: isHidden(part) }))),
  );
  return views.includes(null) ? null : discloseTotal(parts);
}

function toldByAll(own: Figures, views: readonly Figures[]): Figures {
  const told = (name: keyof Figures) => (views.every((view) => view[name] !== null) ? own[name] : null);
  return {
    agreed: told("agreed"),
    delivered: told("delivered"),
    remaining: told("remaining"),
    forecast: told("forecast"),
  };
}
