import { eq, sql } from "drizzle-orm";

import type { Language } from "#shared/languages.ts";

import type { ReadDb } from "#server/db/database.ts";
import { prepared } from "#server/db/prepare.ts";
import { organisations, projects, users } from "#server/db/schema/index.ts";

/** What the account services know of a person; `passwordChangedAt` is null until the first password is chosen. */
export type PersonRecord = {
  id: string;
  name: string;
  email: string;
  language: Language | null;
  passwordChangedAt: number | null;
  version: number;
};

const personColumns = {
  id: users.id,
  name: users.name,
  email: users.email,
  language: users.language,
  passwordChangedAt: users.passwordChangedAt,
  version: users.version,
};

const personByEmail = prepared("person_by_email", (db) =>
  db
    .select(personColumns)
    .from(users)
    .where(eq(users.email, sql.placeholder("email"))),
);

const personById = prepared("person_by_id", (db) =>
  db
    .select(personColumns)
    .from(users)
    .where(eq(users.id, sql.placeholder("id"))),
);

/** The person with an address as `emailSchema` gives it, or null. */
export async function findPersonByEmail(db: ReadDb, email: string): Promise<PersonRecord | null> {
  const [row] = await personByEmail(db, { email });
  return row ?? null;
}

/** The person with an id, or null. */
export async function findPerson(db: ReadDb, id: string): Promise<PersonRecord | null> {
  const [row] = await personById(db, { id });
  return row ?? null;
}

/** Names nobody may build a password from: of projects and of organisations. Read in full, so for the choice of a password only. */
export async function namesInUse(db: ReadDb): Promise<string[]> {
  const ofProjects = await db.select({ acronym: projects.acronym, title: projects.title }).from(projects);
  const ofOrganisations = await db
    .select({ name: organisations.name, shortName: organisations.shortName })
    .from(organisations);
  return [
    ...ofProjects.flatMap((row) => [row.acronym, row.title]),
    ...ofOrganisations.flatMap((row) => (row.shortName === null ? [row.name] : [row.name, row.shortName])),
  ];
}
