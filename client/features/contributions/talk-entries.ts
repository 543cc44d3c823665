import type { ContributionDetail } from "#shared/features/contributions/contribution-views.ts";
import type { Terms } from "#shared/features/contributions/contribution.ts";
import type { OfferSide } from "#shared/features/contributions/contribution-words.ts";

/** One act in the talk about a line, in the order in which it happened. */
export type TalkEntry = {
  key: string;
  at: number;
  side: OfferSide | null;
  /** What was done, as the texts of deeds and endings call it. */
  deed: string;
  organisation: string | null;
  person: string | null;
  /** The figures put on the table; null when the act has none. */
  terms: Terms | null;
  reason: string;
};

/** Offers, proposed changes and how each of them ended as one list; an offer that only repeats an agreed change is told once. */
export function talkEntries(line: ContributionDetail): TalkEntry[] {
  const settledAt = new Set(line.amendments.flatMap(({ state, answeredAt }) => (state === "agreed" ? answeredAt : [])));
  const offers = line.offers.filter(({ at }) => !settledAt.has(at));
  const entries: TalkEntry[] = offers.map((offer, index) => ({
    key: offer.id,
    at: offer.at,
    side: offer.side,
    deed: offerDeed(offers[index - 1]?.side, offer.side),
    organisation: offer.byOrganisationName,
    person: offer.byName,
    terms: offer,
    reason: offer.reason,
  }));
  if (line.agreedAt !== null)
    entries.push({ ...ending, key: "agreed", at: line.agreedAt, deed: "agreed", person: line.agreedByName });
  for (const [index, change] of line.amendments.entries()) {
    const isAnswer = line.amendments[index - 1]?.state === "countered";
    const isBack = change.kind === "withdrawal";
    entries.push({
      key: change.id,
      at: change.at,
      side: change.side,
      deed: isBack ? "wantsBack" : isAnswer ? "changeCountered" : "changeProposed",
      organisation: change.byOrganisationName,
      person: change.byName,
      terms: isBack ? null : change,
      reason: change.reason,
    });
    if (change.answeredAt !== null && change.state !== "countered" && change.state !== "open")
      entries.push({
        ...ending,
        key: `${change.id} end`,
        at: change.answeredAt,
        deed: change.state === "agreed" ? (isBack ? "backAgreed" : "changeAgreed") : `change-${change.state}`,
        person: change.answeredByName,
        reason: change.answer,
      });
  }
  return entries.toSorted((left, right) => left.at - right.at);
}

const ending = { side: null, organisation: null, terms: null, reason: "" };

function offerDeed(former: OfferSide | undefined, side: OfferSide): string {
  if (former === undefined) return side === "member" ? "proposed" : "asked";
  return former === side ? "changed" : "countered";
}
