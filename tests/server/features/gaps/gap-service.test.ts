import { beforeEach, describe, expect, test } from "vitest";

import type { Database } from "#server/db/database.ts";
import { mails, notifications } from "#server/db/schema/index.ts";
import { countGaps, listGaps } from "#server/features/gaps/gap-queries.ts";
import { remindOfGap, remindOwner } from "#server/features/gaps/gap-service.ts";
import { type GapKind } from "#shared/features/gaps/gap-words.ts";
import { type Gap, gapListSchema, listGapsSchema } from "#shared/features/gaps/gap.ts";
import { actAs, buildConsortium, type Consortium, type Standpoint } from "#tests/support/build-consortium.ts";
import { buildContribution, buildPeriod, buildUpdate } from "#tests/support/build-contribution.ts";
import { buildGapReminder } from "#tests/support/build-gap-reminder.ts";
import { buildMilestone, buildStream } from "#tests/support/build-project.ts";
import { openTestDatabase } from "#tests/support/database.ts";

let db: Database;
let scene: Consortium;

const now = Date.parse("2026-09-01T10:00:00Z");
const today = "2026-09-01";

beforeEach(async () => {
  db = await openTestDatabase({ clock: () => now });
  scene = await buildConsortium(db);
});

const personOf = (who: Standpoint) => ({ ...scene.people[who], today });
const list = async (who: Standpoint, filter: object = {}) =>
  gapListSchema.parse(
    await listGaps(db.read, personOf(who), listGapsSchema.parse({ projectId: scene.project.id, ...filter })),
  );
const kindsOf = (gaps: { rows: readonly Gap[] }) => [...new Set(gaps.rows.map(({ kind }) => kind))];
const keyOf = async (who: Standpoint, kind: GapKind, owner = "Mover") =>
  (await list(who, { kind })).rows.find((row) => row.owner.name === owner)?.key ?? "";
const remind = (who: Standpoint, gapKey: string) =>
  actAs(db, personOf(who), (tx) => remindOfGap(tx, personOf(who), { projectId: scene.project.id, gapKey }));
const remindAll = (who: Standpoint, owner: keyof Consortium["owners"]) =>
  actAs(db, personOf(who), (tx) =>
    remindOwner(tx, personOf(who), { projectId: scene.project.id, organisationId: scene.owners[owner].id }),
  );

describe("gaps", () => {
  test("are listed with whose turn it is, own ones first, and counted", async () => {
    await buildContribution(db, scene.participants.member, { valueCents: null, basis: null });
    const found = await list("member");
    expect(found.rows[0]).toMatchObject({ isOurs: true, owner: { side: "member", name: "Mover" } });
    expect(found.counts.ours).toBe(found.rows.filter(({ isOurs }) => isOurs).length);
    expect(found.counts.all).toBe(found.total);
    const { counts } = found;
    expect(counts.missing + counts.contradictory + counts.late).toBe(counts.all);
    expect(counts.owners.reduce((sum, { count }) => sum + count, 0)).toBe(counts.all);
  });

  test("are narrowed by owner, kind and severity, page by page", async () => {
    await buildContribution(db, scene.participants.member, { valueCents: null });
    const own = await list("coordinator", { organisationId: scene.owners.member.id });
    expect(own.rows.every(({ owner }) => owner.organisationId === scene.owners.member.id)).toBe(true);
    expect(kindsOf(await list("coordinator", { kind: "contribution-no-value" }))).toEqual(["contribution-no-value"]);
    const missing = await list("coordinator", { severity: "missing", pageSize: 1, page: 2 });
    expect(missing.rows).toHaveLength(1);
    expect(missing.total).toBe(missing.counts.missing);
  });

  test("of a project are counted for the portfolio, others are left out", async () => {
    const ids = [scene.project.id];
    const all = await list("cluster");
    expect(await countGaps(db.read, personOf("cluster"), ids)).toEqual({
      projects: [{ projectId: scene.project.id, gaps: all.total }],
    });
    expect(await countGaps(db.read, personOf("outsider"), ids)).toEqual({ projects: [] });
  });

  test("name who owes reports of a period that is past due", async () => {
    const period = await buildPeriod(db, scene.project, { dueOn: "2026-08-20" });
    const line = await buildContribution(db, scene.participants.member);
    await buildContribution(db, scene.participants.member);
    await buildUpdate(db, line, period, { state: "submitted" });
    const { rows } = await list("other", { kind: "report-overdue" });
    expect(rows).toMatchObject([{ owner: { name: "Mover" }, count: 1, days: 12, periodNumber: 1 }]);
  });
});

describe("what a reader may not see", () => {
  test("of lines stays with their member and the coordinator", async () => {
    const period = await buildPeriod(db, scene.project, { dueOn: "2026-08-20" });
    const line = await buildContribution(db, scene.participants.member, {
      title: "Walrus",
      confidentiality: "coordinator",
      basis: null,
      toMonth: 30,
    });
    await buildUpdate(db, line, period, { state: "submitted", deliveredCents: 2_000_000 });
    for (const who of ["coordinator", "member", "viewer"] as const)
      expect(kindsOf(await list(who))).toEqual(
        expect.arrayContaining(["contribution-no-basis", "contribution-outside-project", "contribution-forecast-over"]),
      );
    for (const who of ["other", "cluster", "invited", "reader"] as const) {
      const found = await list(who);
      expect(JSON.stringify(found)).not.toContain("Walrus");
      expect(kindsOf(found).filter((kind) => kind.startsWith("contribution-") || kind.startsWith("report-"))).toEqual(
        [],
      );
    }
  });

  test("of members stays with coordinator, cluster and the member itself", async () => {
    expect(kindsOf(await list("cluster"))).toContain("member-no-contact");
    expect((await list("member", { kind: "member-no-contact" })).rows).toMatchObject([{ isOurs: true }]);
    expect((await list("reader")).rows.filter(({ kind }) => kind.startsWith("member-"))).toEqual([]);
  });

  test("of the plan is open to whom the project is open to", async () => {
    await buildStream(db, scene.project);
    await buildMilestone(db, scene.project, { verification: "" });
    expect(kindsOf(await list("reader"))).toEqual(
      expect.arrayContaining(["project-no-summary", "stream-no-lead", "milestone-no-verification"]),
    );
    await expect(list("outsider")).rejects.toMatchObject({ appCode: "NOT_FOUND" });
  });
});

describe("a reminder", () => {
  test("reaches the writing people of the owner in the program and by mail, without titles or figures", async () => {
    await buildContribution(db, scene.participants.member, { title: "Walrus", valueCents: null, basis: null });
    const key = await keyOf("coordinator", "contribution-no-value");
    expect(await remind("coordinator", key)).toMatchObject({ gaps: 1, people: 1 });
    expect(await db.read.select().from(notifications)).toMatchObject([
      { userId: scene.people.member.userId, kind: "reminder", entity: "contribution" },
    ]);
    const sent = await db.read.select().from(mails);
    expect(sent).toMatchObject([{ kind: "gap-reminder", params: { kinds: "contribution-no-value 1" } }]);
    expect(JSON.stringify(sent)).not.toContain("Walrus");
    const [row] = (await list("coordinator", { kind: "contribution-no-value" })).rows;
    expect(row).toMatchObject({ mayRemind: false, reminded: { at: now } });
  });

  test("of one gap comes once a day, also when two people tap at once", async () => {
    const key = await keyOf("coordinator", "member-no-contact");
    const both = await Promise.allSettled([remind("coordinator", key), remind("cluster", key)]);
    expect(both.map(({ status }) => status).toSorted()).toEqual(["fulfilled", "rejected"]);
    await expect(remind("coordinator", key)).rejects.toMatchObject({ appCode: "ASKED_TODAY" });
  });

  test("may come again on another day", async () => {
    const key = await keyOf("coordinator", "member-no-contact");
    const { id: projectId } = scene.project;
    const organisationId = scene.owners.member.id;
    await buildGapReminder(db, {
      projectId,
      gapKey: key,
      organisationId,
      byUserId: scene.people.cluster.userId,
      at: now - 86_400_000,
    });
    const [row] = (await list("coordinator", { organisationId, kind: "member-no-contact" })).rows;
    expect(row).toMatchObject({ mayRemind: true, reminded: { at: now - 86_400_000 } });
    expect(await remind("coordinator", key)).toMatchObject({ gaps: 1 });
  });

  test("of everything is one mail, and only of what was not reminded of today", async () => {
    const key = await keyOf("cluster", "member-no-contact");
    const all = (await list("cluster", { organisationId: scene.owners.member.id })).total;
    await remind("cluster", key);
    expect(await remindAll("cluster", "member")).toMatchObject({ gaps: all - 1, people: 1 });
    expect(await db.read.select().from(mails)).toHaveLength(2);
    await expect(remindAll("cluster", "member")).rejects.toMatchObject({ appCode: "ASKED_TODAY" });
  });

  test("is for coordinator and cluster, about others, with somebody there", async () => {
    const key = await keyOf("coordinator", "member-no-contact");
    for (const who of ["member", "other", "viewer", "reader"] as const)
      await expect(remind(who, key)).rejects.toMatchObject({ code: "FORBIDDEN" });
    await expect(remind("coordinator", await keyOf("coordinator", "project-no-summary", "Lead"))).rejects.toMatchObject(
      {
        code: "FORBIDDEN",
      },
    );
    expect(await remind("cluster", await keyOf("cluster", "project-no-summary", "Lead"))).toMatchObject({ people: 1 });
    await expect(remind("coordinator", "project-no-start:unknown")).rejects.toMatchObject({ code: "NOT_FOUND" });
  });
});
