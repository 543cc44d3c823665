import type { Database } from "#server/db/database.ts";
import { issuePartLink, type PartOfPeriod } from "#server/features/reporting/part-link-service.ts";
import type { PartLinkKind } from "#shared/features/reporting/request-words.ts";
import { buildConsortium } from "#tests/support/build-consortium.ts";
import { buildContribution, buildPeriod } from "#tests/support/build-contribution.ts";
import { callerOf } from "#tests/support/caller.ts";
import { openTestDatabase } from "#tests/support/database.ts";
import { makeTestParts } from "#tests/support/parts.ts";

export const start = Date.UTC(2026, 6, 2, 9);

/** A consortium whose member has two lines in an open period, another member one, and the clock in the test's hand. */
export async function openPartStage() {
  const clock = { now: start };
  const db = await openTestDatabase({ clock: () => clock.now });
  const parts = makeTestParts(db, { clock: () => clock.now });
  const scene = await buildConsortium(db);
  const period = await buildPeriod(db, scene.project, { dueOn: "2026-07-30" });
  const later = await buildPeriod(db, scene.project, { number: 2, startMonth: 7, endMonth: 12, dueOn: "2027-01-30" });
  const months = { fromMonth: 1, toMonth: 6 };
  const lines = {
    own: await buildContribution(db, scene.participants.member, { title: "Pilot plant", kind: "cash", ...months }),
    second: await buildContribution(db, scene.participants.member, { title: "Site", kind: "cash", ...months }),
    later: await buildContribution(db, scene.participants.member, { kind: "cash", fromMonth: 7, toMonth: 12 }),
    foreign: await buildContribution(db, scene.participants.other, { kind: "cash", ...months }),
  };
  const part: PartOfPeriod = {
    projectId: scene.project.id,
    participantId: scene.participants.member.id,
    periodId: period.id,
    userId: scene.people.member.userId,
  };
  return { clock, db, parts, scene, period, later, lines, part };
}

export type PartStage = Awaited<ReturnType<typeof openPartStage>>;

/** The token of a new link, or null when none may be issued. */
export function issue(db: Database, part: PartOfPeriod, kind: PartLinkKind = "mail"): Promise<string | null> {
  return db.housekeep((tx) => issuePartLink(tx, { ...part, kind }));
}

/** Calls with a token and, if given, somebody else's session in the same browser. */
export function linkedCaller(stage: PartStage, token: string | null, session: Parameters<typeof callerOf>[1] = null) {
  return callerOf(stage.parts, session, { headers: token === null ? {} : { "x-part-link": token } });
}
