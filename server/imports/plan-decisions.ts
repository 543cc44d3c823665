import type { ParsedEffort, ParsedMilestone, ParsedPlan, ParsedStream } from "#shared/features/imports/plan-parts.ts";
import type { ImportKind } from "#shared/features/imports/import-words.ts";
import { assignStreamLook } from "#shared/features/streams/stream-rules.ts";
import { fold } from "#shared/text.ts";

import type { Pace } from "./pace.ts";
import {
  type KnownPlan,
  type LineRow,
  type Member,
  memberBook,
  type MilestoneRow,
  type NameBook,
  streamBook,
  type StreamRow,
} from "./plan-known.ts";
import { decide, type Decision } from "./plan.ts";
import type { ProblemList } from "./problem-list.ts";

export type Sighted = {
  known: KnownPlan;
  problems: ProblemList;
  ids: () => string;
  pace: Pace;
  members: NameBook<Member>;
  streams: NameBook<{ id: string; code: string; number: number; title: string }>;
};

/** `id`: of the row that is there or that will be. */
export type PlanDecision<Parsed, Row> = Decision<Parsed, Row> & { id: string };
export type EffortDecision = PlanDecision<ParsedEffort, LineRow> & { member: Member; streamId: string };

/** What a name of the source means; what it does not mean here is noted, and null. */
export function lookUp<Row extends { id: string }>(
  book: NameBook<Row>,
  name: string,
  asked: {
    code: "UNKNOWN_PARTICIPANT" | "UNKNOWN_STREAM";
    kind: ImportKind;
    place: ParsedPlan["place"];
    problems: ProblemList;
  },
): Row | null {
  const found = book.find(name);
  if (found !== null && found !== "several") return found;
  const code = found === "several" ? "AMBIGUOUS_NAME" : asked.code;
  asked.problems.error(asked.place, code, { value: name, kind: asked.kind });
  return null;
}

/** Undefined stays so, null stays so, a name becomes the participant it means. */
export function leadOf(
  { members, problems }: Sighted,
  lead: string | null | undefined,
  at: { place: ParsedPlan["place"]; kind: ImportKind },
): { leadParticipantId?: string | null } {
  if (lead === undefined) return {};
  if (lead === null) return { leadParticipantId: null };
  return { leadParticipantId: lookUp(members, lead, { code: "UNKNOWN_PARTICIPANT", problems, ...at })?.id ?? null };
}

/** Streams by their number; the book of streams knows the new ones afterwards. */
export function decideStreams(
  sight: Sighted,
  parsed: readonly ParsedStream[],
): PlanDecision<ParsedStream, StreamRow>[] {
  const { known, problems } = sight;
  const byNumber = new Map(known.streams.map((row) => [row.number, row]));
  const looks = [...known.streams];
  const seen = new Set<number>();
  const decisions: PlanDecision<ParsedStream, StreamRow>[] = [];
  for (const stream of parsed) {
    const { place, number, code, title, kind, description, startMonth, endMonth, state } = stream;
    if (seen.has(number)) problems.error(place, "DUPLICATE_CODE", { value: code, kind: "stream" });
    seen.add(number);
    const before = byNumber.get(number) ?? null;
    const look = before ? {} : assignStreamLook(looks);
    const stated = {
      number,
      code,
      title,
      kind,
      description,
      startMonth,
      endMonth,
      state,
      ...leadOf(sight, stream.lead, { place, kind: "stream" }),
      ...look,
    };
    const decision = { ...decide(stream, before, defined<StreamRow>(stated)), id: before?.id ?? sight.ids() };
    if (!before) looks.push({ ...decision.patch } as StreamRow);
    decisions.push(decision);
  }
  const after = decisions.map(({ id, parsed: { code, number, title } }) => ({ id, code, number, title }));
  const replaced = new Set(after.map((row) => row.id));
  sight.streams = streamBook([...known.streams.filter((row) => !replaced.has(row.id)), ...after]);
  return decisions;
}

type Numbered = { place: ParsedPlan["place"]; stream: string; number: number | null; title?: string | undefined };
type NumberedRow = { id: string; streamId: string; number: number; title: string };

/** Tasks or deliverables: by number within their stream, or by title where the source has no numbers. */
export async function decideNumbered<Parsed extends Numbered, Row extends NumberedRow>(
  sight: Sighted,
  parsed: readonly Parsed[],
  { rows, kind, statedOf }: { rows: readonly Row[]; kind: ImportKind; statedOf: (each: Parsed) => object },
): Promise<PlanDecision<Parsed, Row>[]> {
  const { problems } = sight;
  const byNumber = new Map(rows.map((row) => [`${row.streamId} ${row.number}`, row]));
  const byTitle = new Map(rows.map((row) => [`${row.streamId} ${fold(row.title)}`, row]));
  const last = new Map<string, number>();
  const count = (streamId: string, number: number) => last.set(streamId, Math.max(number, last.get(streamId) ?? 0));
  for (const row of rows) count(row.streamId, row.number);
  const decisions: PlanDecision<Parsed, Row>[] = [];
  const unnumbered: { decision: PlanDecision<Parsed, Row>; streamId: string }[] = [];
  const seen = new Set<string>();
  for (const each of parsed) {
    await sight.pace.step();
    const { place, number, title } = each;
    const streamId = lookUp(sight.streams, each.stream, { code: "UNKNOWN_STREAM", kind, place, problems })?.id;
    if (streamId === undefined) continue;
    const key = `${streamId} ${number ?? fold(title ?? "")}`;
    const before = (number === null ? byTitle : byNumber).get(key) ?? null;
    if (seen.has(key)) problems.error(place, "DUPLICATE_CODE", { value: number ?? title, kind });
    seen.add(key);
    if (!before && title === undefined) problems.error(place, "MISSING_VALUE", { column: "title", kind });
    const stated = {
      ...statedOf(each),
      title,
      ...(before ? {} : { streamId, ...(number === null ? {} : { number }) }),
    };
    const decision = { ...decide(each, before, defined<Row>(stated)), id: before?.id ?? sight.ids() };
    decisions.push(decision);
    if (number !== null) count(streamId, number);
    else if (!before) unnumbered.push({ decision, streamId });
  }
  for (const { decision, streamId } of unnumbered) {
    const number = (last.get(streamId) ?? 0) + 1;
    last.set(streamId, number);
    Object.assign(decision.patch, { number });
  }
  return decisions;
}

/** Milestones of the project by number, or by title. */
export function decideMilestones(
  sight: Sighted,
  parsed: readonly ParsedMilestone[],
): PlanDecision<ParsedMilestone, MilestoneRow>[] {
  const { known, problems } = sight;
  const byNumber = new Map(known.milestones.map((row) => [row.number, row]));
  const byTitle = new Map(known.milestones.map((row) => [fold(row.title), row]));
  const taken = [...byNumber.keys(), ...parsed.map((each) => each.number ?? 0)];
  let last = Math.max(0, ...taken);
  const seen = new Set<string | number>();
  return parsed.map((each) => {
    const { place, number, title, dueMonth, verification } = each;
    const key = number ?? fold(title ?? "");
    if (seen.has(key)) problems.error(place, "DUPLICATE_CODE", { value: number ?? title, kind: "milestone" });
    seen.add(key);
    const before = (number === null ? byTitle.get(fold(title ?? "")) : byNumber.get(number)) ?? null;
    if (!before && title === undefined) problems.error(place, "MISSING_VALUE", { column: "title", kind: "milestone" });
    if (!before && dueMonth === undefined)
      problems.error(place, "MISSING_VALUE", { column: "dueMonth", kind: "milestone" });
    const asked = { code: "UNKNOWN_STREAM", kind: "milestone", place, problems } as const;
    const streamIds = each.streams?.flatMap((name) => lookUp(sight.streams, name, asked)?.id ?? []);
    const stated = { title, dueMonth, verification, streamIds, ...(before ? {} : { number: number ?? (last += 1) }) };
    return { ...decide(each, before, defined<MilestoneRow>(stated)), id: before?.id ?? sight.ids() };
  });
}

/**
 * Effort of a participant in a stream: one line of the ledger. A line that its member had a say in, or a pair with
 * several lines, is not written over: where the sum differs, that is an error.
 */
export async function decideEfforts(sight: Sighted, parsed: readonly ParsedEffort[]): Promise<EffortDecision[]> {
  const { known, problems } = sight;
  const byPair = new Map<string, LineRow[]>();
  for (const line of known.lines) {
    const key = `${line.participantId} ${line.streamId ?? ""}`;
    byPair.set(key, [...(byPair.get(key) ?? []), line]);
  }
  const decisions: EffortDecision[] = [];
  const seen = new Set<string>();
  for (const effort of parsed) {
    await sight.pace.step();
    const { place, hundredths } = effort;
    const asked = { kind: "effort", place, problems } as const;
    const member = lookUp(sight.members, effort.participant, { code: "UNKNOWN_PARTICIPANT", ...asked });
    const stream = lookUp(sight.streams, effort.stream, { code: "UNKNOWN_STREAM", ...asked });
    if (!member || !stream) continue;
    const key = `${member.id} ${stream.id}`;
    const at = { column: effort.column, value: effort.participant, kind: "effort" } as const;
    if (seen.has(key)) problems.error(place, "DUPLICATE_CODE", at);
    seen.add(key);
    const lines = byPair.get(key) ?? [];
    const [only] = lines;
    const total = lines.reduce((sum, line) => sum + (line.effortPmHundredths ?? 0), 0);
    const isKept = lines.length > 1 || (only !== undefined && sight.known.talkedLines.has(only.id));
    if (isKept && total !== hundredths) problems.error(place, "EFFORT_TALKED", at);
    if (lines.length === 0 && hundredths === 0) continue;
    const stated = isKept ? {} : { effortPmHundredths: hundredths };
    const decision = decide(effort, only ?? null, stated);
    decisions.push({ ...decision, id: only?.id ?? sight.ids(), member, streamId: stream.id });
  }
  return decisions;
}

/** The books a source is read with. */
export function sightOf(known: KnownPlan, problems: ProblemList, ids: () => string, pace: Pace): Sighted {
  return { known, problems, ids, pace, members: memberBook(known.members), streams: streamBook(known.streams) };
}

export function defined<Row>(fields: object): Partial<Row> {
  return Object.fromEntries(Object.entries(fields).filter(([, value]) => value !== undefined)) as Partial<Row>;
}
