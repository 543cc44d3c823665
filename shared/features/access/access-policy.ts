import { coordinates, type Standing } from "../members/standing.ts";

/** May look at the project as this member sees it: people of the coordinator who write, at every member but their own. */
export function mayViewAs(standing: Standing, participant: { id: string; state: string }): boolean {
  return (
    coordinates(standing) &&
    (participant.state === "invited" || participant.state === "accepted") &&
    !standing.participantIds.includes(participant.id)
  );
}

/** How long an administrator reads as a member, in ms, and how old a sign-in may be without the password being typed again. */
export const emergencyLastsMs = 60 * 60_000;
export const freshSignInMs = 10 * 60_000;

/** How long one recorded start of a coordinator's viewing holds, in ms. */
export const viewingLastsMs = 12 * 60 * 60_000;
