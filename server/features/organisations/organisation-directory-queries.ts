import { and, eq, exists, inArray, type SQL, sql } from "drizzle-orm";

import type { Person } from "#shared/features/members/standing.ts";
import type { OrganisationListInput, OrganisationPage } from "#shared/features/organisations/organisation-directory.ts";
import { organisationKinds, organisationSizes } from "#shared/features/organisations/organisation-words.ts";
import { fold } from "#shared/text.ts";

import type { ReadDb } from "#server/db/database.ts";
import { ascending, containsFolded, countOf, descending } from "#server/db/order.ts";
import { memberships, organisations, resources } from "#server/db/schema/index.ts";

import {
  currentMembership,
  memberSinceRows,
  owningRows,
  projectCounts,
  takingRows,
} from "./organisation-figures-queries.ts";
import { optionColumns } from "./organisation-option-queries.ts";

const rowColumns = {
  ...optionColumns,
  nativeName: organisations.nativeName,
  nativeLanguage: organisations.nativeLanguage,
  sample: organisations.sample,
  size: organisations.size,
  activityType: organisations.activityType,
  competences: organisations.competences,
};

/**
 * One page of the directory. The rows of the page are found first and their figures (projects the person may know of,
 * membership) read for these rows alone; sorting by a figure reads it for all, grouped once.
 */
export async function listOrganisations(
  db: ReadDb,
  person: Person,
  input: OrganisationListInput,
): Promise<OrganisationPage> {
  const { page = 1, pageSize = 25, memberOf } = input;
  const where = directoryCondition(db, person, input);
  const counting = db.select({ count: countOf() }).from(organisations).where(where);
  const [rows, [counted]] = await Promise.all([
    sortedRows(db, person, input, where)
      .limit(pageSize)
      .offset((page - 1) * pageSize),
    counting,
  ]);
  const total = counted?.count ?? 0;
  const ids = rows.map((row) => row.id);
  if (ids.length === 0) return { rows: [], total };
  const [counts, sinceRows] = await Promise.all([
    projectCounts(db, person, ids),
    memberSinceRows(db, person, memberOf, ids),
  ]);
  const since = new Map(sinceRows.map((row) => [row.organisationId, row.sinceOn]));
  return {
    rows: rows.map((row) => ({
      ...row,
      projectCount: counts.get(row.id) ?? 0,
      memberSince: since.get(row.id) ?? null,
    })),
    total,
  };
}

function directoryCondition(db: ReadDb, person: Person, input: OrganisationListInput): SQL | undefined {
  const { search = "", kind, country, size, activityType, memberOf } = input;
  const members = () =>
    db.select({ id: memberships.organisationId }).from(memberships).where(currentMembership(person, memberOf));
  return and(
    ...containsWords(organisations.search, search),
    kind && eq(organisations.kind, kind),
    country ? eq(organisations.country, country) : undefined,
    size && eq(organisations.size, size),
    activityType && eq(organisations.activityType, activityType),
    memberOf ? inArray(organisations.id, members()) : undefined,
    resourceCondition(db, input),
  );
}

function resourceCondition(db: ReadDb, { direction, medium, resource = "" }: OrganisationListInput): SQL | undefined {
  const words = containsWords(resources.search, resource);
  if (!direction && !medium && words.length === 0) return undefined;
  const own = eq(resources.organisationId, organisations.id);
  const offer = and(
    own,
    direction && eq(resources.direction, direction),
    medium && eq(resources.medium, medium),
    ...words,
  );
  return exists(db.select({ id: resources.id }).from(resources).where(offer));
}

function containsWords(column: typeof organisations.search | typeof resources.search, text: string): SQL[] {
  return fold(text)
    .split(" ")
    .map((word) => containsFolded(column, word))
    .filter((condition) => condition !== undefined);
}

function sortedRows(db: ReadDb, person: Person, input: OrganisationListInput, where: SQL | undefined) {
  const direct = input.descending ? descending : ascending;
  const last = [ascending(organisations.sortName), organisations.id] as const;
  const rows = db.select(rowColumns).from(organisations);
  if (input.sort === "projects") {
    const taking = takingRows(db, person).as("taking_rows");
    const owning = owningRows(db, person).as("owning_rows");
    return rows
      .leftJoin(taking, eq(taking.organisationId, organisations.id))
      .leftJoin(owning, eq(owning.organisationId, organisations.id))
      .where(where)
      .orderBy(direct(sql`coalesce(${taking.count}, 0) + coalesce(${owning.count}, 0)`), ...last);
  }
  if (input.sort === "memberSince") {
    const since = memberSinceRows(db, person, input.memberOf).as("since_rows");
    return rows
      .leftJoin(since, eq(since.organisationId, organisations.id))
      .where(where)
      .orderBy(direct(sql`${since.sinceOn}`), ...last);
  }
  return rows.where(where).orderBy(direct(sortColumn(input.sort)), ...last);
}

function sortColumn(sort: OrganisationListInput["sort"]) {
  if (sort === "country") return organisations.country;
  if (sort === "kind") return rank(organisations.kind, organisationKinds);
  if (sort === "size") return rank(organisations.size, organisationSizes);
  return organisations.sortName;
}

// Words sort in the order of their list (micro before large), not by spelling.
function rank(column: typeof organisations.kind | typeof organisations.size, words: readonly string[]): SQL {
  const cases = words.map((word, index) => sql`when ${column} = ${word} then ${sql.raw(String(index))}`);
  return sql`case ${sql.join(cases, sql` `)} end`;
}
