import { lineSight, maySeeContribution, ownsContribution } from "../contributions/contribution-policy.ts";
import type { Confidentiality } from "../contributions/contribution-words.ts";
import { isInConsortium, type Standing } from "../members/standing.ts";
import { type ContentRow, type PlanContent, textOf } from "./plan-content.ts";

/**
 * Cuts frozen plans down to what a reader may see now. A line of the ledger counts only where it is open to the reader in
 * every one of the given plans, so what was confided once, or is now, is in none of them, nor in sums made from them
 * (security.md, R-A12); always pass the present plan, too. Readers outside get the plan without its talk: accepted
 * members, public deliverables, no reasons, no ledger, no budget.
 */
export function contentsFor<const Contents extends readonly PlanContent[]>(
  standing: Standing,
  contents: Contents,
): { [At in keyof Contents]: PlanContent } {
  if (lineSight(standing) === "all") return contents as { [At in keyof Contents]: PlanContent };
  const hidden = new Set(
    contents.flatMap((content) => [
      ...(content.contribution ?? []).filter((row) => !seesLine(standing, row)).map(({ id }) => id),
      ...(content.budget ?? []).filter((row) => !seesCost(standing, row)).map(({ id }) => id),
      ...(isInConsortium(standing) && standing.relation !== "invited" ? [] : outsideOnly(standing, content)),
    ]),
  );
  const isOutside = !isInConsortium(standing);
  const cut = contents.map((content) => {
    const rows = Object.entries(content).map(([kind, list]) => [
      kind,
      list.filter(({ id }) => !hidden.has(id)).map((row) => withoutHidden(row, hidden, isOutside)),
    ]);
    return Object.fromEntries(rows) as PlanContent;
  });
  return cut as { [At in keyof Contents]: PlanContent };
}

function seesLine(standing: Standing, row: ContentRow): boolean {
  const confidentiality: Confidentiality = row["confidentiality"] === "consortium" ? "consortium" : "coordinator";
  return maySeeContribution(standing, { participantId: textOf(row, "participantId") ?? "", confidentiality });
}

function seesCost(standing: Standing, row: ContentRow): boolean {
  return ownsContribution(standing, { participantId: textOf(row, "participantId") ?? "" });
}

/** What only the consortium knows: members that have not accepted, and deliverables that are not public. */
function outsideOnly(standing: Standing, content: PlanContent): string[] {
  const members = (content.participant ?? []).filter(
    ({ id, state }) => state !== "accepted" && !standing.participantIds.includes(id),
  );
  const papers = (content.deliverable ?? []).filter(({ dissemination }) => dissemination !== "PU");
  return [...members, ...papers].map(({ id }) => id);
}

function withoutHidden(row: ContentRow, hidden: ReadonlySet<string>, isOutside: boolean): ContentRow {
  const seen = Object.entries(row).map(([field, value]) => {
    if (Array.isArray(value)) return [field, value.filter((id) => !hidden.has(id))];
    if (isOutside && field === "lateReason") return [field, ""];
    return [field, typeof value === "string" && field !== "id" && hidden.has(value) ? null : value];
  });
  return Object.fromEntries(seen) as ContentRow;
}
