import { maySeeContribution } from "#shared/features/contributions/contribution-policy.ts";
import type { Confidentiality, ContributionState } from "#shared/features/contributions/contribution-words.ts";
import { mayReadDecisions } from "#shared/features/decisions/decision-policy.ts";
import type { Audience } from "#shared/features/exports/export-words.ts";
import { isInConsortium, type Standing } from "#shared/features/members/standing.ts";
import type { ParticipantState } from "#shared/features/participants/participant-words.ts";
import { maySeeUpdate } from "#shared/features/reporting/update-policy.ts";
import type { UpdateState } from "#shared/features/reporting/update-words.ts";

type Line = { participantId: string; confidentiality: Confidentiality; state: ContributionState };

/**
 * What one export shows: never more than its requester may see, and of that what its audience gets. Internal: all of it;
 * partners: what the members share with each other; public: published facts without any line (security.md, R-A8, R-A12).
 */
export type Sight = {
  readonly audience: Audience;
  readonly standing: Standing;
  readonly seesLine: (line: Line) => boolean;
  readonly seesUpdate: (update: { participantId: string; state: UpdateState }) => boolean;
  readonly seesParticipant: (participant: { id: string; state: ParticipantState }) => boolean;
  /** Contact persons, review notes and the talk about a line. */
  readonly seesInside: boolean;
  /** Amounts of single members and of the funder's record. */
  readonly seesFigures: boolean;
  /** What the participants decided; never for the public. */
  readonly seesDecisions: boolean;
};

/** Makes the sight of a requester for an audience; pure. */
export function sightOf(standing: Standing, audience: Audience): Sight {
  const inside = isInConsortium(standing);
  const insideAudience = audience === "internal";
  return {
    audience,
    standing,
    seesLine(line) {
      if (audience === "public" || !maySeeContribution(standing, line)) return false;
      return insideAudience || line.confidentiality === "consortium";
    },
    seesUpdate(update) {
      return insideAudience ? maySeeUpdate(standing, update) : audience === "partners" && update.state === "accepted";
    },
    seesParticipant(participant) {
      if (participant.state === "accepted") return true;
      return insideAudience && inside && participant.state !== "declined";
    },
    seesInside: insideAudience && inside,
    seesFigures: audience !== "public" && inside,
    seesDecisions: audience !== "public" && mayReadDecisions(standing),
  };
}
