import type { changes } from "#server/db/schema/index.ts";

import { canonicalJson } from "#server/db/canonical-json.ts";
import type { StoredRow } from "#server/db/row-store.ts";

import type { UndoRule, UndoStep, Values } from "./undo-rule.ts";

export type RecordedChange = typeof changes.$inferSelect;

/** What the changes of an act did to each record, in the order the records were first touched; what came and went is left out. */
export function stepsOf(rows: readonly RecordedChange[]): UndoStep[] {
  const byRecord = Map.groupBy(rows, (row) => `${row.entity} ${row.entityId}`);
  return [...byRecord.values()].flatMap((changes) => {
    const first = changes[0];
    if (!first) return [];
    const last = changes.at(-1) ?? first;
    const before: Values = {};
    const after: Values = {};
    for (const { fields } of changes)
      for (const [name, [old, fresh]] of Object.entries(fields)) {
        if (!(name in before)) before[name] = old;
        after[name] = fresh;
      }
    const { entity, entityId, projectId, organisationId, confidentialTo, at, actorId } = last;
    const wasThere = !isCreation(first);
    const isThere = !isRemoval(last);
    if (!wasThere && !isThere) return [];
    const actions = changes.map((change) => change.action);
    return [
      {
        entity,
        entityId,
        projectId,
        organisationId,
        confidentialTo,
        at,
        actorId,
        actions,
        before: wasThere ? before : null,
        after: isThere ? after : null,
      },
    ];
  });
}

/** The change brought its record into being. */
export function isCreation({ fields }: Pick<RecordedChange, "fields">): boolean {
  const id = fields["id"];
  return id !== undefined && id[0] === null;
}

/** The change took its record away. */
export function isRemoval({ fields }: Pick<RecordedChange, "fields">): boolean {
  const id = fields["id"];
  return id !== undefined && id[1] === null;
}

/** The row as it was when it was removed, with a version nobody has seen. */
export function restoredRow(rule: UndoRule, step: UndoStep, now: number): StoredRow {
  const values = Object.fromEntries(
    Object.entries(step.before ?? {}).filter(([name, value]) => rule.store.columns.has(name) && value !== null),
  );
  const version = typeof values["version"] === "number" ? values["version"] : 1;
  const row = {
    ...rule.store.blank,
    createdAt: step.at,
    ...values,
    id: step.entityId,
    version: version + 1,
    updatedAt: now,
  };
  return { ...row, ...rule.derive?.(row) };
}

/** The fields of `step` that a rule takes back, split by whether the row still holds what the act left there. */
export function comparedFields(rule: UndoRule, step: UndoStep, row: StoredRow): { same: string[]; changed: string[] } {
  const names = Object.keys(step.after ?? {}).filter(
    (name) => rule.store.columns.has(name) && !unseen.has(name) && (rule.fields?.includes(name) ?? true),
  );
  const isSame = (name: string) => canonicalJson(row[name] ?? null) === canonicalJson(step.after?.[name] ?? null);
  return { same: names.filter(isSame), changed: names.filter((name) => !isSame(name)) };
}

const unseen = new Set(["version", "createdAt", "updatedAt", "search"]);
