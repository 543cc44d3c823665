import type { ChangedFields } from "#shared/features/changes/change-words.ts";
import type { SummaryChangeEntity } from "#shared/features/exports/summary.ts";

import type { ProjectRows } from "./project-rows.ts";
import type { Sight } from "./sight.ts";

/** What records are called in sentences about their changes; a record that is gone has the name its removal shows. */
export function createChangeNames(rows: ProjectRows, sight: Sight) {
  const organisations = new Map(rows.organisations.map((row) => [row.id, row.name]));
  const participants = new Map(
    rows.participants.filter(sight.seesParticipant).map((row) => [row.id, organisations.get(row.organisationId) ?? ""]),
  );
  const streams = new Map(rows.streams.map((row) => [row.id, `${row.code} ${row.title}`]));
  const lines = new Map(rows.contributions.map((row) => [row.id, row.title]));
  const periods = new Map(rows.periods.map((row) => [row.id, String(row.number)]));
  const milestones = new Map(rows.milestones.map((row) => [row.id, `${row.number}. ${row.title}`]));
  const updates = new Map(
    rows.updates.map((row) => [row.id, `${lines.get(row.contributionId) ?? ""} (${periods.get(row.periodId) ?? ""})`]),
  );
  const byEntity: Record<SummaryChangeEntity, ReadonlyMap<string, string>> = {
    project: new Map([[rows.project.id, rows.project.acronym]]),
    participant: participants,
    stream: streams,
    contribution: lines,
    update: updates,
    period: periods,
    milestone: milestones,
  };
  return {
    participants,
    record: (entity: SummaryChangeEntity, id: string, fields: ChangedFields): string =>
      byEntity[entity].get(id) ?? remembered(fields, organisations),
  };
}

/** The name in the recorded fields themselves: of the record as it was before it went. */
function remembered(fields: ChangedFields, organisations: ReadonlyMap<string, string>): string {
  const before = (field: string) => fields[field]?.[0];
  const organisation = before("organisationId");
  if (typeof organisation === "string") return organisations.get(organisation) ?? "";
  const parts = [before("code") ?? before("number"), before("title")];
  return parts.filter((part) => typeof part === "string" || typeof part === "number").join(" ");
}
