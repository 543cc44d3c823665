/** Who is a member of whom; dates do not matter here. */
export type MembershipEdge = { readonly organisationId: string; readonly parentId: string };

/**
 * Whether a new membership of `organisationId` in `parentId` would close a cycle over the existing ones, at any
 * depth; an organisation in itself is the shortest cycle. Memberships that have ended count: a cycle over the years is still one.
 */
export function closesCycle(edges: readonly MembershipEdge[], organisationId: string, parentId: string): boolean {
  const parentsOf = Map.groupBy(edges, (edge) => edge.organisationId);
  const seen = new Set<string>();
  const open = [parentId];
  for (let next = open.pop(); next !== undefined; next = open.pop()) {
    if (next === organisationId) return true;
    if (seen.has(next)) continue;
    seen.add(next);
    for (const edge of parentsOf.get(next) ?? []) open.push(edge.parentId);
  }
  return false;
}

/** A membership counts on `today` unless it has ended before; the last day belongs to it. */
export function isCurrent(membership: { untilOn: string | null }, today: string): boolean {
  return membership.untilOn === null || membership.untilOn >= today;
}

type Dates = { sinceOn: string | null; untilOn: string | null };

/** Whether new dates of a membership leave out days of the old ones and add none. */
export function isShorter(before: Dates, after: Dates): boolean {
  const startsNoEarlier =
    before.sinceOn === after.sinceOn ||
    (after.sinceOn !== null && (before.sinceOn === null || after.sinceOn > before.sinceOn));
  const endsNoLater =
    before.untilOn === after.untilOn ||
    (after.untilOn !== null && (before.untilOn === null || after.untilOn < before.untilOn));
  return startsNoEarlier && endsNoLater;
}
