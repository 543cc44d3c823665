import { aliasedTable, and, type AnyColumn, eq, inArray, type SQL, sql } from "drizzle-orm";

import type { ListProjectsInput } from "#shared/features/projects/project-list.ts";
import { projectStatuses } from "#shared/features/projects/project-words.ts";

import type { ReadDb } from "#server/db/database.ts";
import { ascending, countOf, descending, matchesPattern } from "#server/db/order.ts";
import { prepared } from "#server/db/prepare.ts";
import { preparedForIds } from "#server/db/prepared-lists.ts";
import { organisations, participants, periods, projects, streams } from "#server/db/schema/index.ts";
import { preparedVisibleProjectsCondition } from "#server/features/members/visible-projects.ts";

const clusters = aliasedTable(organisations, "clusters");
const coordinators = aliasedTable(organisations, "coordinators");
const leading = aliasedTable(participants, "leading");

const listed = {
  id: projects.id,
  acronym: projects.acronym,
  title: projects.title,
  status: projects.status,
  visibility: projects.visibility,
  startOn: projects.startOn,
  durationMonths: projects.durationMonths,
  currency: projects.currency,
  sample: projects.sample,
  updatedAt: projects.updatedAt,
  clusterId: projects.clusterId,
  sortName: projects.sortName,
};

type Shape = Pick<
  ListProjectsInput,
  "search" | "status" | "clusterId" | "role" | "country" | "visibility" | "sort" | "descending"
>;
type Statement<Row> = (db: ReadDb, values: Record<string, unknown>) => Promise<Row[]>;

const pages = new Map<string, Statement<PageRow>>();
const counts = new Map<string, Statement<{ total: number }>>();
const candidates = new Map<string, Statement<{ id: string; clusterId: string | null }>>();

export type PageRow = Awaited<ReturnType<ReturnType<typeof buildPage>>>[number];

/** The rows of one page; prepared once for each combination of filters and order in use. Placeholders: `listValues`, limit, offset. */
export function projectPage(shape: Shape): Statement<PageRow> {
  const name = `project_page_${filterName(shape)}_${shape.sort}_${shape.descending ? "d" : "a"}`;
  return known(pages, name, () => prepared(name, buildPage(shape)));
}

/** How many projects the filters leave. */
export function projectCount(shape: Shape): Statement<{ total: number }> {
  const name = `project_count_${filterName(shape)}`;
  return known(counts, name, () =>
    prepared(name, (db) => db.select({ total: countOf() }).from(projects).where(filters(shape))),
  );
}

/** Every project the filters leave, for an order that no column gives. */
export function projectCandidates(shape: Shape): Statement<{ id: string; clusterId: string | null }> {
  const name = `project_candidates_${filterName(shape)}`;
  return known(candidates, name, () =>
    prepared(name, (db) =>
      db
        .select({ id: projects.id, clusterId: projects.clusterId })
        .from(projects)
        .where(filters(shape))
        .orderBy(projects.sortName, projects.id),
    ),
  );
}

/** Rows by id, in no order: the page of an order that no column gives. Placeholders: today, limit, offset. */
export const projectRows = preparedForIds("project_rows", (db, ids) =>
  pageColumns(db, pageTable(db, inArray(projects.id, ids), [])),
);

function pageColumns(db: ReadDb, page: ReturnType<typeof pageTable>) {
  return (
    db
      .select({
        id: page.id,
        acronym: page.acronym,
        title: page.title,
        status: page.status,
        visibility: page.visibility,
        startOn: page.startOn,
        durationMonths: page.durationMonths,
        currency: page.currency,
        sample: page.sample,
        updatedAt: page.updatedAt,
        clusterId: page.clusterId,
        clusterName: sql<string | null>`coalesce(${clusters.shortName}, ${clusters.name})`,
        coordinatorName: sql<string | null>`coalesce(${coordinators.shortName}, ${coordinators.name})`,
        members: acceptedMembers(page.id),
        streams: sql`(select count(*) from ${streams} where ${streams.projectId} = ${page.id})`.mapWith(Number),
        nextDueOn: sql<
          string | null
        >`(select min(${periods.dueOn}) from ${periods} where ${periods.projectId} = ${page.id}
        and ${periods.lockedAt} is null and ${periods.dueOn} >= ${sql.placeholder("today")})`,
      })
      .from(page)
      .leftJoin(clusters, eq(clusters.id, page.clusterId))
      // Written out: for a bound value SQLite would plan anew at every call whether the index of coordinators serves.
      .leftJoin(leading, and(eq(leading.projectId, page.id), sql`${leading.role} = 'coordinator'`))
      .leftJoin(coordinators, eq(coordinators.id, leading.organisationId))
  );
}

// The page is cut first, so that names and counts are looked up for its rows alone.
function pageTable(db: ReadDb, where: SQL | undefined, order: SQL[]) {
  return db
    .select(listed)
    .from(projects)
    .where(where)
    .orderBy(...order)
    .limit(sql.placeholder("limit"))
    .offset(sql.placeholder("offset"))
    .as("page");
}

function buildPage(shape: Shape) {
  return (db: ReadDb) => {
    const page = pageTable(db, filters(shape), orderOf(projects, shape));
    return pageColumns(db, page).orderBy(...orderOf(page, shape));
  };
}

function acceptedMembers(projectId: AnyColumn): SQL<number> {
  return sql`(select count(*) from ${participants} where ${participants.projectId} = ${projectId}
    and ${participants.state} = 'accepted')`.mapWith(Number);
}

type Ordered = Record<"id" | "sortName" | "status" | "startOn" | "updatedAt", AnyColumn>;

function orderOf(row: Ordered, { sort, descending: down }: Shape): SQL[] {
  const direct = down ? descending : ascending;
  const last = [ascending(row.sortName), sql`${row.id}`];
  if (sort === "status") return [direct(statusRank(row)), ...last];
  if (sort === "start") return [direct(row.startOn), ...last];
  if (sort === "updated") return [direct(row.updatedAt), ...last];
  if (sort === "members") return [direct(acceptedMembers(row.id)), ...last];
  return [direct(row.sortName), sql`${row.id}`];
}

function statusRank(row: Ordered): SQL {
  const cases = projectStatuses.map(
    (status, index) => sql`when ${sql.raw(`'${status}'`)} then ${sql.raw(String(index))}`,
  );
  return sql`case ${row.status} ${sql.join(cases, sql` `)} end`;
}

function filterName(shape: Shape): string {
  const parts = [
    shape.search === "" ? "" : "q",
    shape.status.length === 0 ? "" : "s",
    shape.clusterId ? "c" : "",
    shape.role ? (shape.role === "none" ? "n" : "r") : "",
    shape.country ? "l" : "",
    shape.visibility ? "v" : "",
  ];
  return parts.join("");
}

function filters(shape: Shape): SQL | undefined {
  const own = sql`select ${participants.projectId} from ${participants} where ${participants.organisationId} = ${sql.placeholder("readerId")}
    and ${participants.state} in ('invited', 'accepted')`;
  const settled = sql`select ${participants.projectId} from ${participants} inner join ${organisations}
    on ${organisations.id} = ${participants.organisationId}
    where ${organisations.country} = ${sql.placeholder("country")} and ${participants.state} = 'accepted'`;
  return and(
    preparedVisibleProjectsCondition,
    shape.search === "" ? undefined : matchesPattern(projects.search, sql.placeholder("search")),
    shape.status.length === 0 ? undefined : inArray(projects.status, statusPlaceholders()),
    shape.clusterId ? eq(projects.clusterId, sql.placeholder("clusterId")) : undefined,
    shape.role === "none" ? sql`${projects.id} not in (${own})` : undefined,
    shape.role && shape.role !== "none"
      ? sql`${projects.id} in (${own} and ${participants.role} = ${sql.placeholder("role")})`
      : undefined,
    shape.country ? sql`${projects.id} in (${settled})` : undefined,
    shape.visibility ? eq(projects.visibility, sql.placeholder("visibility")) : undefined,
  );
}

// As many as there are statuses; what is not asked for is filled with the empty word, which matches nothing.
function statusPlaceholders() {
  return projectStatuses.map((_, index) =>
    sql.placeholder(`status${index}`),
  ) as unknown as (typeof projectStatuses)[number][];
}

function known<T>(statements: Map<string, T>, name: string, make: () => T): T {
  const found = statements.get(name) ?? make();
  statements.set(name, found);
  return found;
}
