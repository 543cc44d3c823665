import { eq, sql } from "drizzle-orm";

import { monthEndOn } from "#shared/dates.ts";
import { isInConsortium, type Person } from "#shared/features/members/standing.ts";
import { mayPlanMilestones } from "#shared/features/milestones/milestone-policy.ts";
import type { ListMilestonesInput, MilestoneList, MilestoneRow } from "#shared/features/milestones/milestone.ts";
import { fold } from "#shared/text.ts";

import type { ReadDb } from "#server/db/database.ts";
import { prepared } from "#server/db/prepare.ts";
import { milestones, projects } from "#server/db/schema/index.ts";
import { loadMembership } from "#server/features/members/membership.ts";

const byProject = prepared("milestones_of_project", (db) =>
  db
    .select({
      id: milestones.id,
      version: milestones.version,
      number: milestones.number,
      title: milestones.title,
      streamIds: milestones.streamIds,
      dueMonth: milestones.dueMonth,
      verification: milestones.verification,
      reachedOn: milestones.reachedOn,
      lateReason: milestones.lateReason,
      startOn: projects.startOn,
    })
    .from(milestones)
    .innerJoin(projects, eq(projects.id, milestones.projectId))
    .where(eq(milestones.projectId, sql.placeholder("projectId")))
    .orderBy(milestones.dueMonth, milestones.number),
);

/**
 * Every milestone of a project by due month, for a caller who has proven that the reader may see it; `today` decides what
 * is late, and reasons are told `isInside` only.
 */
export async function milestonesOfProject(
  db: ReadDb,
  projectId: string,
  today: string,
  isInside = false,
): Promise<MilestoneRow[]> {
  const found = await byProject(db, { projectId });
  return found.map(({ startOn, ...row }) => {
    const dueOn = startOn === null ? null : monthEndOn(startOn, row.dueMonth);
    const lateReason = isInside ? row.lateReason : "";
    return { ...row, lateReason, dueOn, isLate: row.reachedOn === null && dueOn !== null && dueOn < today };
  });
}

/** Milestones of a project by due month, narrowed by text or to the open ones. Faults: NOT_FOUND. */
export async function listMilestones(db: ReadDb, person: Person, input: ListMilestonesInput): Promise<MilestoneList> {
  const membership = await loadMembership(db, person, input.projectId);
  const all = await milestonesOfProject(db, input.projectId, person.today, isInConsortium(membership));
  const wanted = fold(input.search);
  const rows = all.filter(
    (row) => (!input.open || row.reachedOn === null) && fold(`${row.title} ${row.verification}`).includes(wanted),
  );
  return { rows, total: rows.length, mayPlan: mayPlanMilestones(membership) };
}
