import { eq } from "drizzle-orm";

import { monthEndOn, monthStartOn } from "#shared/dates.ts";
import { notFound } from "#shared/fault.ts";
import type { Part } from "#shared/features/part/part.ts";

import type { ReadDb } from "#server/db/database.ts";
import { periods, projects } from "#server/db/schema/index.ts";
import { installationName } from "#server/features/accounts/installation-queries.ts";
import { listTodo } from "#server/features/reporting/todo-queries.ts";

import type { OpenPart } from "./part-link-queries.ts";

/** What an open link shows: the lines of its participant in its period, as the person's own page would. */
export async function showPart(db: ReadDb, { link, person, personName, organisationName }: OpenPart): Promise<Part> {
  const { projectId, periodId, participantId, expiresAt } = link;
  const [found] = await db
    .select({ acronym: projects.acronym, title: projects.title, startOn: projects.startOn, period: periods })
    .from(periods)
    .innerJoin(projects, eq(projects.id, periods.projectId))
    .where(eq(periods.id, periodId));
  if (!found) throw notFound();
  const { acronym, title, startOn, period } = found;
  const { currency, timeZone, items } = await listTodo(db, person, { projectId, periodId, participantId });
  return {
    installationName: await installationName(db),
    personName,
    organisationName,
    projectAcronym: acronym,
    projectTitle: title,
    period: {
      number: period.number,
      startsOn: startOn === null ? null : monthStartOn(startOn, period.startMonth),
      endsOn: startOn === null ? null : monthEndOn(startOn, period.endMonth),
      dueOn: period.dueOn,
    },
    timeZone,
    currency,
    expiresAt,
    items,
  };
}
