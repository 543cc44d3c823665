import { maySeeContribution } from "#shared/features/contributions/contribution-policy.ts";
import { discloseTotal, type DisclosedTotal } from "#shared/features/contributions/disclosure-rules.ts";
import { discloseFromEveryView } from "#shared/features/contributions/viewpoint-rules.ts";
import { isInConsortium, isMember, type Person, type Standing } from "#shared/features/members/standing.ts";
import type { ListProjectsInput, ProjectList, ProjectRow } from "#shared/features/projects/project-list.ts";

import type { ReadDb } from "#server/db/database.ts";
import { foldedPattern } from "#server/db/order.ts";
import { relationOf } from "#server/features/members/membership.ts";
import { visibilityValues } from "#server/features/members/visible-projects.ts";

import { type PageRow, projectCandidates, projectCount, projectPage, projectRows } from "./project-page-queries.ts";
import { agreedSums, deliveredSums, lateReports, ownersOf, ownRows } from "./project-totals-queries.ts";

type Sum = Awaited<ReturnType<typeof agreedSums>>[number];
type Own = Awaited<ReturnType<typeof ownRows>>[number];
/** What decides which lines of a project its reader sees. */
type Reader = Pick<Standing, "relation" | "participantIds">;

/**
 * One page of the projects a person may know of. Totals are added up for the rows of the page only and told under the
 * disclosure rule (R-A12); sorting by value adds up all of them and puts what is confidential last.
 */
export async function listProjects(db: ReadDb, person: Person, input: ListProjectsInput): Promise<ProjectList> {
  const values = listValues(person, input);
  const paging = { limit: input.pageSize, offset: (input.page - 1) * input.pageSize };
  if (input.sort === "value") return await listByValue(db, person, input, values, paging);
  const [rows, [counted]] = await Promise.all([
    projectPage(input)(db, { ...values, ...paging }),
    projectCount(input)(db, values),
  ]);
  return { rows: await withTotals(db, person, rows), total: counted?.total ?? 0 };
}

async function listByValue(
  db: ReadDb,
  person: Person,
  input: ListProjectsInput,
  values: Record<string, unknown>,
  { limit, offset }: { limit: number; offset: number },
): Promise<ProjectList> {
  const all = await projectCandidates(input)(db, values);
  const ids = all.map((row) => row.id);
  const [own, agreed] = await Promise.all([ownRows(db, ids, visibilityValues(person)), agreedSums(db, ids)]);
  const readers = readersOf(person, all, own);
  const totals = await totalsOf(db, agreed, readers);
  const valueOf = (id: string): number | null => (totals.has(id) ? (totals.get(id) ?? null) : 0);
  const sorted = ids.toSorted((left, right) => byValue(valueOf(left), valueOf(right), input.descending));
  const wanted = sorted.slice(offset, offset + limit);
  const rows = await projectRows(db, wanted, { ...values, limit: wanted.length, offset: 0 });
  const byId = new Map(rows.map((row) => [row.id, row]));
  const page = wanted.flatMap((id) => byId.get(id) ?? []);
  return { rows: await withTotals(db, person, page), total: all.length };
}

async function withTotals(db: ReadDb, person: Person, rows: PageRow[]): Promise<ProjectRow[]> {
  const ids = rows.map((row) => row.id);
  const values = visibilityValues(person);
  const [own, agreed, delivered, late] = await Promise.all([
    ownRows(db, ids, values),
    agreedSums(db, ids),
    deliveredSums(db, ids),
    lateReports(db, ids, values),
  ]);
  const readers = readersOf(person, rows, own);
  const [agreedTotals, deliveredTotals] = await Promise.all([
    totalsOf(db, agreed, readers),
    totalsOf(db, delivered, readers),
  ]);
  const lateMembers = new Map<string, Set<string>>();
  for (const report of late) {
    const reader = readers.get(report.projectId);
    if (reader && seesLine(reader, report)) addTo(lateMembers, report.projectId, report.participantId);
  }
  const ownByProject = Map.groupBy(own, (row) => row.projectId);
  return rows.map(({ clusterId: _clusterId, ...row }) => {
    const mine = ownByProject.get(row.id) ?? [];
    const reader = readers.get(row.id);
    return {
      ...row,
      role: (mine.find((each) => each.role === "coordinator") ?? mine[0])?.role ?? null,
      isInvited: mine.some((each) => each.state === "invited"),
      agreedCents: agreedTotals.has(row.id) ? (agreedTotals.get(row.id) ?? null) : 0,
      deliveredCents: deliveredTotals.has(row.id) ? (deliveredTotals.get(row.id) ?? null) : 0,
      lateMembers: reader && isInside(reader) ? (lateMembers.get(row.id)?.size ?? 0) : null,
    };
  });
}

function listValues(person: Person, input: ListProjectsInput): Record<string, unknown> {
  const { clusterId, role, country, visibility } = input;
  const statuses = Object.fromEntries(
    Array.from({ length: 6 }, (_, index) => [`status${index}`, input.status[index] ?? ""]),
  );
  return {
    ...visibilityValues(person),
    ...statuses,
    search: foldedPattern(input.search),
    clusterId,
    role,
    country,
    visibility,
  };
}

function readersOf(
  person: Person,
  rows: readonly { id: string; clusterId: string | null }[],
  own: readonly Own[],
): Map<string, Reader> {
  const byProject = Map.groupBy(own, (row) => row.projectId);
  const actingFor = person.seat?.organisationId;
  return new Map(
    rows.map(({ id, clusterId }) => {
      const mine = byProject.get(id) ?? [];
      const actsForCluster = actingFor !== undefined && actingFor === clusterId;
      return [id, { relation: relationOf(mine, actsForCluster), participantIds: mine.map((row) => row.id) }];
    }),
  );
}

/** Totals by project; a project without any part is absent, a confidential total is null. */
async function totalsOf(
  db: ReadDb,
  sums: readonly Sum[],
  readers: ReadonlyMap<string, Reader>,
): Promise<Map<string, DisclosedTotal>> {
  const byProject = Map.groupBy(sums, (sum) => sum.projectId);
  const partsOf = (own: readonly Sum[], reader: Reader) =>
    own.map((sum) => ({ ...sum, ownerId: sum.participantId, amount: sum.cents, hidden: !seesLine(reader, sum) }));
  const totals = new Map<string, DisclosedTotal>();
  const asking = new Map<string, ReturnType<typeof partsOf>>();
  for (const [projectId, own] of byProject) {
    const reader = readers.get(projectId);
    if (!reader) continue;
    const parts = partsOf(own, reader);
    const total = discloseTotal(parts);
    // An organisation in several roles is one member, and members read what others are told; both only withhold more.
    if (total !== null && parts.some((part) => part.hidden)) asking.set(projectId, parts);
    else totals.set(projectId, total);
  }
  if (asking.size === 0) return totals;
  const owners = new Map((await ownersOf(db, [...asking.keys()])).map((row) => [row.participantId, row.ownerId]));
  for (const [projectId, found] of asking) {
    const parts = found.map((part) => ({ ...part, ownerId: owners.get(part.participantId) ?? part.participantId }));
    const reader = readers.get(projectId);
    totals.set(projectId, reader && isMember(reader) ? discloseTotal(parts) : discloseFromEveryView(parts));
  }
  return totals;
}

// The policies ask for a whole standing but look at the relation and the own rows only.
function seesLine(reader: Reader, line: Pick<Sum, "participantId" | "confidentiality">): boolean {
  return maySeeContribution(reader as Standing, line);
}

function isInside(reader: Reader): boolean {
  return isInConsortium(reader as Standing);
}

function addTo(sets: Map<string, Set<string>>, key: string, value: string): void {
  const known = sets.get(key);
  if (known) known.add(value);
  else sets.set(key, new Set([value]));
}

function byValue(left: number | null, right: number | null, isDescending: boolean): number {
  if (left === right) return 0;
  if (left === null) return 1;
  if (right === null) return -1;
  return isDescending ? right - left : left - right;
}
