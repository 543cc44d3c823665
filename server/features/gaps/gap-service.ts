import { and, eq } from "drizzle-orm";

import { dayOf } from "#shared/dates.ts";
import { Fault, notFound } from "#shared/fault.ts";
import { mayRemindOfGaps } from "#shared/features/gaps/gap-rules.ts";
import type { Gap, Reminded, RemindGapInput, RemindOwnerInput } from "#shared/features/gaps/gap.ts";
import type { Person } from "#shared/features/members/standing.ts";

import type { Tx } from "#server/db/database.ts";
import { isUniqueViolation } from "#server/db/errors.ts";
import { gapReminders, projects } from "#server/db/schema/index.ts";
import { demand, loadMembership, type Membership } from "#server/features/members/membership.ts";
import { notify } from "#server/features/notifications/notification-service.ts";
import { peopleOf } from "#server/features/notifications/recipient-queries.ts";
import { queueMail } from "#server/mail/mail-queue.ts";

import { gapsOfProject, mayRemindOf } from "./gap-queries.ts";

/**
 * Reminds the owner of one gap, by notification and mail. Faults: NOT_FOUND for what is no gap (any more) or not open to the
 * person, FORBIDDEN, ASKED_TODAY, NOBODY_TO_ASK when the owner has nobody who could act.
 */
export async function remindOfGap(tx: Tx, person: Person, input: RemindGapInput): Promise<Reminded> {
  const membership = await loadMembership(tx, person, input.projectId);
  demand(mayRemindOfGaps(membership));
  const gap = (await gapsOfProject(tx, membership)).find(({ key }) => key === input.gapKey);
  if (!gap) throw notFound();
  demand(mayRemindOf(membership, gap));
  return await remind(tx, membership, gap.owner.organisationId ?? "", [gap]);
}

/**
 * Reminds an organisation of all its gaps that it was not reminded of today, in one mail. Faults: NOT_FOUND, FORBIDDEN,
 * ASKED_TODAY when nothing is left, NOBODY_TO_ASK.
 */
export async function remindOwner(tx: Tx, person: Person, input: RemindOwnerInput): Promise<Reminded> {
  const membership = await loadMembership(tx, person, input.projectId);
  demand(mayRemindOfGaps(membership));
  const gaps = (await gapsOfProject(tx, membership)).filter(
    ({ owner }) => owner.organisationId === input.organisationId,
  );
  if (gaps.length === 0) throw notFound();
  demand(gaps.every((gap) => mayRemindOf(membership, gap)));
  const today = await tx
    .select({ gapKey: gapReminders.gapKey })
    .from(gapReminders)
    .where(and(eq(gapReminders.projectId, input.projectId), eq(gapReminders.forOn, dayOf(tx.now))));
  const done = new Set(today.map(({ gapKey }) => gapKey));
  const open = gaps.filter(({ key }) => !done.has(key));
  if (open.length === 0) throw askedToday();
  return await remind(tx, membership, input.organisationId, open);
}

function askedToday(): Fault {
  return new Fault("TOO_MANY_REQUESTS", "ASKED_TODAY");
}

async function remind(
  tx: Tx,
  { projectId, person }: Membership,
  organisationId: string,
  gaps: readonly Gap[],
): Promise<Reminded> {
  const people = (await peopleOf(tx, [organisationId])).filter(({ userId }) => userId !== person.userId);
  if (people.length === 0) throw new Fault("CONFLICT", "NOBODY_TO_ASK");
  const row = { projectId, forOn: dayOf(tx.now), at: tx.now, byUserId: person.userId, organisationId };
  try {
    await tx.insert(gapReminders).values(gaps.map(({ key }) => ({ ...row, gapKey: key })));
  } catch (error) {
    // Somebody else reminded of it at the same moment.
    throw isUniqueViolation(error) ? askedToday() : error;
  }
  const [only, ...more] = gaps;
  const isOne = only !== undefined && more.length === 0 && only.record.entity !== "organisation";
  await notify(tx, {
    kind: "reminder",
    to: people,
    projectId,
    entity: isOne ? only.record.entity : "project",
    entityId: isOne ? only.record.id : projectId,
    params: isOne ? { gap: only.kind } : { count: String(gaps.length) },
  });
  await mailTo(tx, projectId, people, gaps);
  // Who lacks what is no news for the other members.
  await tx.record({
    entity: "project",
    entityId: projectId,
    action: "reminded",
    projectId,
    organisationId,
    confidentialTo: organisationId,
    before: null,
    after: { number: gaps.length },
  });
  return { gaps: gaps.length, people: people.length, at: tx.now };
}

type Recipients = Awaited<ReturnType<typeof peopleOf>>;

/** Kinds and how many of each: no titles and no figures leave by mail. */
async function mailTo(tx: Tx, projectId: string, people: Recipients, gaps: readonly Gap[]): Promise<void> {
  const [project] = await tx.select({ acronym: projects.acronym }).from(projects).where(eq(projects.id, projectId));
  const kinds = [...Map.groupBy(gaps, ({ kind }) => kind)].map(([kind, same]) => `${kind} ${same.length}`).join(",");
  for (const { email, language, organisationId } of people) {
    const params = { acronym: project?.acronym ?? "", projectId, organisationId, kinds };
    await queueMail(tx, { kind: "gap-reminder", to: email, language: language ?? "en", params });
  }
}
