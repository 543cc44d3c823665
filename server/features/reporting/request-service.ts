import { and, eq, inArray, isNotNull, isNull } from "drizzle-orm";

import type { RequestKind } from "#shared/features/reporting/request-words.ts";

import type { HousekeepingTx, Tx } from "#server/db/database.ts";
import { mails, notifications, periods, reportRequests } from "#server/db/schema/index.ts";
import { mailPreferencesOf } from "#server/features/accounts/mail-preference-queries.ts";
import { notify } from "#server/features/notifications/notification-service.ts";
import { queueMail } from "#server/mail/mail-queue.ts";

import type { AskablePerson } from "./askable-queries.ts";

type PeriodDbRow = typeof periods.$inferSelect;

/** One request to one person for one part of a period. */
export type Request = {
  period: Pick<PeriodDbRow, "id" | "projectId" | "number" | "dueOn">;
  acronym: string;
  person: AskablePerson;
  kind: RequestKind;
  forOn: string;
  byMail: boolean;
};

/** What a notification of a period says: nothing that only some may know. */
export function newsParams({ period, acronym }: Pick<Request, "period" | "acronym">): Record<string, string> {
  return { project: acronym, number: String(period.number), dueOn: period.dueOn };
}

/** Opens a period to its members: they are told. Null, and nothing done, when another process was faster or it is locked. */
export async function openPeriod(
  tx: Tx,
  { period, acronym }: { period: PeriodDbRow; acronym: string },
  people: readonly AskablePerson[],
): Promise<PeriodDbRow | null> {
  const [after] = await tx
    .update(periods)
    .set({ openedAt: tx.now, version: period.version + 1, updatedAt: tx.now })
    .where(
      and(
        eq(periods.id, period.id),
        eq(periods.version, period.version),
        isNull(periods.openedAt),
        isNull(periods.lockedAt),
      ),
    )
    .returning();
  const { id: entityId, projectId } = period;
  await tx.record({ entity: "period", entityId, action: "opened", projectId, before: period, after: after ?? period });
  if (!after) return null;
  const params = newsParams({ period, acronym });
  await notify(tx, { kind: "period-opened", to: people, projectId, entity: "period", entityId, params });
  return after;
}

/**
 * Writes down requests to one person and, for those nobody wrote down before, tells the person and queues one mail for
 * all of them, unless one waits already or the person wants none. Returns the requests that were new.
 */
export async function askPerson(tx: HousekeepingTx, requests: readonly Request[]): Promise<Request[]> {
  const made: Request[] = [];
  for (const request of requests) {
    const { period, person, kind, forOn } = request;
    const row = { periodId: period.id, participantId: person.participantId, userId: person.userId, kind, forOn };
    const [inserted] = await tx
      .insert(reportRequests)
      .values({ ...row, at: tx.now })
      .onConflictDoNothing()
      .returning();
    if (inserted) made.push(request);
  }
  for (const request of made) {
    // The opening has told already.
    if (request.kind === "opened") continue;
    const { period, person, kind } = request;
    await notify(tx, {
      kind: kind === "reminder" ? "reminder" : "report-due",
      to: [person],
      projectId: period.projectId,
      entity: "period",
      entityId: period.id,
      params: newsParams(request),
    });
  }
  const byMail = made.filter((request) => request.byMail);
  if (byMail[0] && (await queueDigest(tx, byMail[0].person))) await noteMailed(tx, byMail);
  return made;
}

/** One mail for everything asked of a person; what it says is put together when it leaves. False when the person wants none. */
async function queueDigest(tx: HousekeepingTx, { userId, email, language }: AskablePerson): Promise<boolean> {
  if (!(await mailPreferencesOf(tx, userId)).wantsRequests) return false;
  const [waiting] = await tx
    .select({ id: mails.id })
    .from(mails)
    .where(
      and(eq(mails.kind, "report-digest"), eq(mails.to, email), isNull(mails.sentAt), isNotNull(mails.nextAttemptAt)),
    )
    .limit(1);
  if (!waiting) await queueMail(tx, { kind: "report-digest", to: email, language: language ?? "en" });
  return true;
}

/** What this mail tells, the digest of notifications need not tell once more. */
async function noteMailed(tx: HousekeepingTx, requests: readonly Request[]): Promise<void> {
  const [first] = requests;
  if (!first) return;
  await tx
    .update(notifications)
    .set({ mailedAt: tx.now })
    .where(
      and(
        eq(notifications.userId, first.person.userId),
        eq(notifications.entity, "period"),
        inArray(
          notifications.entityId,
          requests.map(({ period }) => period.id),
        ),
        inArray(notifications.kind, ["period-opened", "report-due", "reminder"]),
        isNull(notifications.mailedAt),
      ),
    );
}
