import { addExactly } from "#shared/money.ts";

/** One amount in a total: which organisation's it is, in whatever roles, and whether this reader may know it. */
export type Part = { ownerId: string; amount: number; hidden: boolean };

/** A total as a reader may know it: the exact sum, or `null` for "confidential" (never 0). */
export type DisclosedTotal = number | null;

/** Fewest members whose hidden amounts may stand behind one published total (security.md, R-A12). */
const FEWEST_HIDDEN_MEMBERS = 3;

/**
 * The breakdown rule: a reader sees every part that is not hidden, so a subtotal would give away the sum of
 * its hidden parts. Subtotals (by member, stream, kind, period) are therefore told only when nothing is hidden.
 */
export function discloseSubtotal(parts: readonly Part[]): DisclosedTotal {
  return parts.some((part) => part.hidden) ? null : addExactly(parts.map((part) => part.amount));
}

/**
 * The one total over a whole project (security.md, R-A12): told when nothing is hidden, or when the hidden
 * amounts come from at least three other members and none of them makes up more than 80 % of what is hidden.
 * Measured against the hidden sum, not the whole, because the reader can subtract all that is not hidden.
 */
export function discloseTotal(parts: readonly Part[]): DisclosedTotal {
  const hiddenByMember = new Map<string, number>();
  for (const part of parts) {
    if (part.hidden) hiddenByMember.set(part.ownerId, addExactly([hiddenByMember.get(part.ownerId) ?? 0, part.amount]));
  }
  const total = addExactly(parts.map((part) => part.amount));
  if (hiddenByMember.size === 0) return total;
  const amounts = [...hiddenByMember.values()];
  const contributing = amounts.filter((amount) => amount > 0);
  const hidden = addExactly(amounts);
  const largest = Math.max(0, ...contributing);
  const tooFew = contributing.length < FEWEST_HIDDEN_MEMBERS;
  const tooLarge = BigInt(largest) * 10n > BigInt(hidden) * 8n;
  return tooFew || tooLarge ? null : total;
}
