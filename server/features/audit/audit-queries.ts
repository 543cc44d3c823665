import { and, count, desc, eq, gte, inArray, lt, max, type SQL } from "drizzle-orm";

import { walkHistory } from "#server/audit/history-verification.ts";
import type { ReadDb } from "#server/db/database.ts";
import { changes, organisations, projects, users } from "#server/db/schema/index.ts";
import { demand } from "#server/features/members/membership.ts";
import { type AuditKind, auditedEntities, deniedActions } from "#shared/features/audit/audit-words.ts";
import type {
  AuditList,
  AuditRow,
  HistoryPart,
  ListAuditInput,
  VerifyHistoryInput,
} from "#shared/features/audit/audit.ts";
import type { ChangedFields } from "#shared/features/changes/change-words.ts";
import type { Person } from "#shared/features/members/standing.ts";

const day = 86_400_000;
/** Changes looked at in one call: about a twentieth of a second. */
const partSize = 5_000;

/** What happened to the installation, newest first, for administrators: calls that were refused, openings, accounts, imports. Faults: FORBIDDEN. */
export async function listAudit(db: ReadDb, person: Person, input: ListAuditInput): Promise<AuditList> {
  demand(person.isAdministrator);
  const where = wantedBy(input);
  const rows = await db
    .select({
      seq: changes.seq,
      at: changes.at,
      entity: changes.entity,
      entityId: changes.entityId,
      organisationId: changes.organisationId,
      projectId: changes.projectId,
      action: changes.action,
      fields: changes.fields,
      actorName: users.name,
      actingForName: organisations.name,
    })
    .from(changes)
    .leftJoin(users, eq(users.id, changes.actorId))
    .leftJoin(organisations, eq(organisations.id, changes.actingForId))
    .where(where)
    .orderBy(desc(changes.seq))
    .limit(input.pageSize)
    .offset((input.page - 1) * input.pageSize);
  const [counted] = await db.select({ total: count() }).from(changes).where(where);
  const names = await namesOf(
    db,
    rows.flatMap((row) => [row.entityId, row.organisationId, row.projectId]),
  );
  return {
    rows: rows.map(({ entity, entityId, organisationId, projectId, fields, ...row }): AuditRow => {
      const isDenied = (deniedActions as readonly string[]).includes(row.action);
      const about = [entityId, projectId, organisationId].map((id) => names.get(id ?? ""));
      return {
        ...row,
        kind: isDenied ? "denied" : (entity as AuditKind),
        aboutName: isDenied ? null : (about.find((name) => name !== undefined) ?? null),
        path: isDenied ? textOf(fields, "path") : null,
        appCode: isDenied ? textOf(fields, "appCode") : null,
      };
    }),
    total: counted?.total ?? 0,
    people: await actorsOf(db),
  };
}

/** Walks the next part of the chain of hashes over the history, from where an earlier part ended. Faults: FORBIDDEN. */
export async function verifyHistoryPart(
  db: ReadDb,
  person: Person,
  { from }: VerifyHistoryInput,
): Promise<HistoryPart> {
  demand(person.isAdministrator);
  const [last] = await db.select({ seq: max(changes.seq) }).from(changes);
  const total = last?.seq ?? 0;
  const { count: seq, head, flaw } = await walkHistory(db, from, partSize);
  return { seq, head, total, isDone: flaw !== null || seq >= total, flaw: flaw && { seq: flaw.seq, kind: flaw.kind } };
}

function wantedBy({ kind, personId, on }: ListAuditInput): SQL | undefined {
  const isDenied = inArray(changes.action, [...deniedActions]);
  const ofKind =
    kind === undefined
      ? inArray(changes.entity, [...auditedEntities])
      : kind === "denied"
        ? and(eq(changes.entity, "access"), isDenied)
        : kind === "access"
          ? and(eq(changes.entity, "access"), inArray(changes.action, ["opened", "closed", "viewed"]))
          : eq(changes.entity, kind);
  const begin = on === undefined ? null : Date.parse(`${on}T00:00:00Z`);
  return and(
    ofKind,
    personId === undefined ? undefined : eq(changes.actorId, personId),
    begin === null ? undefined : and(gte(changes.at, begin), lt(changes.at, begin + day)),
  );
}

async function actorsOf(db: ReadDb): Promise<{ id: string; name: string }[]> {
  return db
    .selectDistinct({ id: users.id, name: users.name })
    .from(changes)
    .innerJoin(users, eq(users.id, changes.actorId))
    .where(inArray(changes.entity, [...auditedEntities]))
    .limit(500);
}

async function namesOf(db: ReadDb, found: readonly (string | null)[]): Promise<Map<string, string>> {
  const ids = [...new Set(found.flatMap((id) => id ?? []))];
  if (ids.length === 0) return new Map();
  const rows = [
    ...(await db.select({ id: users.id, name: users.name }).from(users).where(inArray(users.id, ids))),
    ...(await db
      .select({ id: organisations.id, name: organisations.name })
      .from(organisations)
      .where(inArray(organisations.id, ids))),
    ...(await db.select({ id: projects.id, name: projects.acronym }).from(projects).where(inArray(projects.id, ids))),
  ];
  return new Map(rows.map(({ id, name }) => [id, name]));
}

function textOf(fields: ChangedFields, name: string): string | null {
  const value = fields[name]?.[1];
  return typeof value === "string" ? value : null;
}
