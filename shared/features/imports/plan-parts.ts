import type { DeliverableState, DeliverableType, DisseminationLevel } from "../deliverables/deliverable-words.ts";
import type { StreamKind, StreamState } from "../streams/stream-words.ts";
import type { TaskState } from "../tasks/task-words.ts";
import type { Place } from "./consortium.ts";

// As in consortium.ts: a field that the source does not carry is left out; null means that the source says there is none.
// Participants and streams are named as the source names them: by number, code, short name or name.

export type ParsedStream = {
  place: Place;
  number: number;
  code: string;
  title: string;
  kind: StreamKind;
  description?: string | undefined;
  lead?: string | null | undefined;
  startMonth?: number | null | undefined;
  endMonth?: number | null | undefined;
  state?: StreamState | undefined;
};

type Numbered = {
  place: Place;
  stream: string;
  /** Within its stream; null: the next free one, and the title tells it apart. */
  number: number | null;
  title?: string | undefined;
  description?: string | undefined;
  lead?: string | null | undefined;
};

export type ParsedTask = Numbered & {
  partners?: string[] | undefined;
  startMonth?: number | null | undefined;
  endMonth?: number | null | undefined;
  progressBp?: number | undefined;
  state?: TaskState | undefined;
};

export type ParsedDeliverable = Numbered & {
  type?: DeliverableType | undefined;
  dissemination?: DisseminationLevel | undefined;
  dueMonth?: number | null | undefined;
  state?: DeliverableState | null | undefined;
  link?: string | null | undefined;
};

export type ParsedMilestone = {
  place: Place;
  number: number | null;
  title?: string | undefined;
  streams?: string[] | undefined;
  dueMonth?: number | undefined;
  verification?: string | undefined;
};

/** Person-months of a participant in a stream, in hundredths. */
export type ParsedEffort = { place: Place; column: string; participant: string; stream: string; hundredths: number };

/** What files say about the plan of one project: known by its identifier here, or by number and acronym in its source. */
export type ParsedPlan = {
  project: { id: string } | { externalId: string; acronym: string };
  place: Place;
  streams: ParsedStream[];
  tasks: ParsedTask[];
  deliverables: ParsedDeliverable[];
  milestones: ParsedMilestone[];
  efforts: ParsedEffort[];
};

/** A plan of which nothing is known yet. */
export function emptyPlan(project: ParsedPlan["project"], place: Place): ParsedPlan {
  return { project, place, streams: [], tasks: [], deliverables: [], milestones: [], efforts: [] };
}
