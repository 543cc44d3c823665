import type { ParticipantRole } from "../participants/participant-words.ts";

/** Life of a question put to the participants; a closed one is frozen. */
export const decisionStates = ["draft", "open", "closed", "cancelled"] as const;
export type DecisionState = (typeof decisionStates)[number];

/** How votes count: one organisation one vote, or by the organisation's share of the agreed contributions. */
export const voteWeightings = ["organisation", "share"] as const;
export type VoteWeighting = (typeof voteWeightings)[number];

/** The three answers; an abstention counts for the quorum only. */
export const voteChoices = ["yes", "no", "abstain"] as const;
export type VoteChoice = (typeof voteChoices)[number];

/** What accepts a question: more yes than no, yes from at least two thirds of both, or from at least an own share of both. */
export const voteMajorities = ["simple", "two-thirds", "own"] as const;
export type VoteMajority = (typeof voteMajorities)[number];

/** Whose organisations vote unless the coordinator chooses otherwise. */
export const usualVoters: readonly ParticipantRole[] = ["coordinator", "beneficiary", "affiliated-entity"];
