import { scaledCodec } from "#client/lib/field-codec.ts";
import type { FaultField } from "#shared/fault.ts";
import type { CreateDecisionInput, DecisionDetail } from "#shared/features/decisions/decision.ts";
import { usualVoters, type VoteMajority, type VoteWeighting } from "#shared/features/decisions/decision-words.ts";
import type { ParticipantRole } from "#shared/features/participants/participant-words.ts";

/** A question as a person types it; day and hour in the time zone of the browser. */
export type QuestionText = {
  title: string;
  text: string;
  day: string;
  time: string;
  quorum: string;
  majority: VoteMajority;
  majorityShare: string;
  weighting: VoteWeighting;
  voters: ParticipantRole[];
};

type Question = Omit<CreateDecisionInput, "projectId">;

const percent = scaledCodec(2);
const two = (value: number) => String(value).padStart(2, "0");

/** The text of a question that stands already, or of a new one: open for two weeks, half must vote. */
export function textOfQuestion(decision: DecisionDetail | undefined, now: number): QuestionText {
  const ends = new Date(decision?.closesAt ?? now + 14 * 86_400_000);
  return {
    title: decision?.title ?? "",
    text: decision?.text ?? "",
    day: `${ends.getFullYear()}-${two(ends.getMonth() + 1)}-${two(ends.getDate())}`,
    time: decision ? `${two(ends.getHours())}:${two(ends.getMinutes())}` : "16:00",
    quorum: percent.write(decision?.quorumBp ?? 5_000),
    majority: decision?.majority ?? "simple",
    majorityShare: percent.write(decision?.majorityBp ?? 7_500),
    weighting: decision?.weighting ?? "organisation",
    voters: decision?.voters ?? [...usualVoters],
  };
}

/** Reads a typed question; `faults` names the fields that say nothing, as the server would. */
export function readQuestion(text: QuestionText): { question: Question; faults: FaultField[] } {
  const faults: FaultField[] = [];
  const shareOf = (typed: string, path: string, least: number): number => {
    const value = percent.read(typed.replace("%", "").trim());
    if (typeof value === "number" && value >= least && value <= 10_000) return value;
    faults.push({ path, appCode: value === undefined || value === null ? "NUMBER_FORM" : "OUT_OF_RANGE" });
    return 0;
  };
  const closesAt = new Date(`${text.day}T${text.time || "00:00"}`).getTime();
  if (text.title.trim() === "") faults.push({ path: "title", appCode: "REQUIRED" });
  if (Number.isNaN(closesAt)) faults.push({ path: "closesAt", appCode: "REQUIRED" });
  if (text.voters.length === 0) faults.push({ path: "voters", appCode: "REQUIRED" });
  return {
    faults,
    question: {
      title: text.title,
      text: text.text,
      closesAt: Number.isNaN(closesAt) ? 0 : closesAt,
      quorumBp: shareOf(text.quorum, "quorumBp", 0),
      majority: text.majority,
      majorityBp: text.majority === "own" ? shareOf(text.majorityShare, "majorityBp", 5_001) : null,
      weighting: text.weighting,
      voters: text.voters,
    },
  };
}
