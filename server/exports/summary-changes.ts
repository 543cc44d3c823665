import { and, eq, gt, inArray, lte } from "drizzle-orm";

import { mayReadConfidentialChange, readableEntities } from "#shared/features/changes/change-policy.ts";
import type { ChangedFields } from "#shared/features/changes/change-words.ts";
import {
  type SummaryChange,
  type SummaryChangeEntity,
  summaryChangeEntities,
  type SummaryChanges,
} from "#shared/features/exports/summary.ts";

import type { ReadDb } from "#server/db/database.ts";
import { ascending } from "#server/db/order.ts";
import { changes } from "#server/db/schema/index.ts";

import { changeFields, changeValue } from "./change-fields.ts";
import { createChangeNames } from "./change-names.ts";
import type { ProjectRows } from "./project-rows.ts";
import type { Sight } from "./sight.ts";

/** Where the last export stood: the change it knew last, and when it was made. */
export type Since = { seq: number; at: number };

const MOST_CHANGES = 400;

type Recorded = { entity: SummaryChangeEntity; entityId: string; action: string; fields: ChangedFields };

/**
 * What became of the project's records since an earlier export, one entry for each record that differs now; records and
 * fields outside of the sight are left out with all their past (security.md, R-A13).
 */
export async function changesSince(db: ReadDb, rows: ProjectRows, sight: Sight, since: Since): Promise<SummaryChanges> {
  const wanted = readableEntities(sight.standing, summaryChangeEntities) as readonly SummaryChangeEntity[];
  const found = await db
    .select({
      entity: changes.entity,
      entityId: changes.entityId,
      action: changes.action,
      fields: changes.fields,
      confidentialTo: changes.confidentialTo,
    })
    .from(changes)
    .where(
      and(
        eq(changes.projectId, rows.project.id),
        gt(changes.seq, since.seq),
        lte(changes.seq, rows.lastSeq),
        inArray(changes.entity, [...wanted]),
      ),
    )
    .orderBy(ascending(changes.seq));
  const visible = visibleRecords(rows, sight);
  const kept = found.filter(
    (row) =>
      visible(row.entity as SummaryChangeEntity, row.entityId) &&
      (row.confidentialTo === null ||
        (sight.audience === "internal" && mayReadConfidentialChange(sight.standing, row))),
  );
  const byRecord = Map.groupBy(kept as Recorded[], (row) => row.entityId);
  const nameOf = createChangeNames(rows, sight);
  const told = [...byRecord.values()].flatMap((group) => changeOf(group, sight, nameOf));
  const inOrder = told.toSorted((left, right) => placeOf(left) - placeOf(right));
  return {
    sinceAt: since.at,
    changes: inOrder.slice(0, MOST_CHANGES),
    leftOut: Math.max(0, inOrder.length - MOST_CHANGES),
  };
}

function placeOf(change: SummaryChange): number {
  return summaryChangeEntities.indexOf(change.entity);
}

/** Which records a sight may read changes of; records that are gone are told unless they belong to a line. */
function visibleRecords(rows: ProjectRows, sight: Sight): (entity: SummaryChangeEntity, id: string) => boolean {
  const lines = new Set(rows.contributions.filter((row) => sight.seesLine(row)).map((row) => row.id));
  const reports = new Set(
    rows.updates.filter((row) => lines.has(row.contributionId) && sight.seesUpdate(row)).map((row) => row.id),
  );
  const members = new Map(rows.participants.map((row) => [row.id, row]));
  return (entity, id) => {
    if (entity === "contribution") return lines.has(id);
    if (entity === "update") return reports.has(id);
    if (entity === "period") return sight.audience !== "public";
    if (entity !== "participant") return true;
    const member = members.get(id);
    return member === undefined ? sight.seesInside : sight.seesParticipant(member);
  };
}

/** All recorded steps of one record as one change: the oldest value before, the newest after. */
function changeOf(
  steps: readonly Recorded[],
  sight: Sight,
  nameOf: ReturnType<typeof createChangeNames>,
): SummaryChange[] {
  const [first] = steps;
  const last = steps.at(-1);
  if (!first || !last) return [];
  const isNew = first.action === "created" || first.fields["id"]?.[0] === null;
  const isGone = last.action === "removed";
  if (isNew && isGone) return [];
  const { entity, entityId } = first;
  const named = { entity, name: nameOf.record(entity, entityId, isGone ? last.fields : first.fields) };
  if (isNew) return [{ action: "added", ...named, fields: fieldsOf(steps, sight, nameOf.participants, true) }];
  if (isGone) return [{ action: "removed", ...named, fields: [] }];
  const fields = fieldsOf(steps, sight, nameOf.participants, false);
  return fields.length === 0 ? [] : [{ action: "changed", ...named, fields }];
}

// What is told of a new record beside its name.
const toldOfNew = new Set([
  "role",
  "state",
  "kind",
  "effortPmHundredths",
  "valueCents",
  "dueMonth",
  "deliveredCents",
  "deliveredPmHundredths",
]);

function fieldsOf(
  steps: readonly Recorded[],
  sight: Sight,
  names: ReadonlyMap<string, string>,
  isNew: boolean,
): SummaryChange["fields"] {
  const entity = steps[0]?.entity ?? "project";
  return Object.entries(changeFields[entity]).flatMap(([field, { kind, only }]) => {
    if (only === "inside" && !sight.seesInside) return [];
    if (only === "notPublic" && sight.audience === "public") return [];
    if (isNew && !toldOfNew.has(field)) return [];
    const touched = steps.map((step) => step.fields[field]).filter((pair) => pair !== undefined);
    if (touched.length === 0) return [];
    const before = changeValue(kind, touched[0]?.[0], names);
    const after = changeValue(kind, touched.at(-1)?.[1], names);
    const name = field === "leadParticipantId" ? "lead" : field;
    return JSON.stringify(before) === JSON.stringify(after) ? [] : [{ field: name, before, after }];
  });
}
