import type { TFunction } from "i18next";
import type { useFormat } from "#client/lib/use-format.ts";
import type { DecisionDetail } from "#shared/features/decisions/decision.ts";

type Result = NonNullable<DecisionDetail["result"]>;

/** What a closed decision came to, in one sentence. */
export function resultSentence(result: Result, t: TFunction, format: ReturnType<typeof useFormat>): string {
  const { accepted, quorumReached, yesBp, noBp, abstainBp, absentBp } = result;
  const name = accepted ? "accepted" : quorumReached ? "rejected" : "noQuorum";
  return t(`decisions:sentence.${name}`, {
    yes: format.share(yesBp),
    no: format.share(noBp),
    abstain: format.share(abstainBp),
    turnout: format.share(10_000 - absentBp),
  });
}
