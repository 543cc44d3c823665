import { afterEach, beforeEach, describe, expect, test } from "vitest";

import type { Database } from "#server/db/database.ts";
import { showHome } from "#server/features/home/home-queries.ts";
import { homeSchema } from "#shared/features/home/home.ts";
import { buildConsortium, type Consortium, type Standpoint } from "#tests/support/build-consortium.ts";
import { buildContribution, buildOffer, buildPeriod, buildUpdate } from "#tests/support/build-contribution.ts";
import { buildStream } from "#tests/support/build-project.ts";
import { openTestDatabase } from "#tests/support/database.ts";

let db: Database;
let scene: Consortium;

beforeEach(async () => {
  db = await openTestDatabase();
  scene = await buildConsortium(db);
});
afterEach(() => db.close());

const home = async (who: Standpoint, today = "2026-07-10") =>
  homeSchema.parse(await showHome(db.read, { ...scene.people[who], today }));

describe("our part", () => {
  test("asks for the reports of open periods from their last month on, with days left", async () => {
    const { member } = scene.participants;
    const period = await buildPeriod(db, scene.project, { dueOn: "2026-07-30" });
    await buildPeriod(db, scene.project, { number: 2, startMonth: 7, endMonth: 12, dueOn: "2027-01-30" });
    await buildContribution(db, member);
    await buildUpdate(db, await buildContribution(db, member), period, { state: "draft" });
    await buildUpdate(db, await buildContribution(db, member), period, { state: "accepted" });
    const back = await buildUpdate(db, await buildContribution(db, member, { title: "Pump" }), period, {
      state: "returned",
      reviewNote: "Which pump?",
    });
    await buildContribution(db, member, { fromMonth: 9, toMonth: 12 });
    const { ownPart } = await home("member");
    expect(ownPart?.toReport).toMatchObject([
      { periodNumber: 1, daysLeft: 20, missing: 1, drafts: 1, returned: 1, lines: 4 },
    ]);
    expect(ownPart?.returned).toMatchObject([{ id: back.id, title: "Pump", note: "Which pump?" }]);
    expect((await home("member", "2026-05-31")).ownPart?.toReport).toEqual([]);
    expect((await home("member", "2026-08-02")).ownPart?.toReport).toMatchObject([{ daysLeft: -3 }]);
    expect((await home("other")).ownPart).toMatchObject({ toReport: [], returned: [] });
  });

  test("shows offers that wait for our answer with the last reason, and invitations", async () => {
    const line = await buildContribution(db, scene.participants.member, {
      state: "countered",
      confidentiality: "coordinator",
    });
    await buildOffer(db, line);
    await buildOffer(db, line, { number: 2, side: "coordinator", reason: "Too dear" });
    expect((await home("member")).ownPart?.offers).toMatchObject([{ id: line.id, reason: "Too dear" }]);
    for (const who of ["other", "coordinator", "cluster", "invited"] as const)
      expect((await home(who)).ownPart?.offers ?? []).toEqual([]);
    expect((await home("invited")).ownPart?.invitations).toMatchObject([{ projectId: scene.project.id }]);
  });

  test("names what others rely on, without counting what is confidential to them", async () => {
    const stream = await buildStream(db, scene.project);
    await buildContribution(db, scene.participants.member, { streamId: stream.id, title: "Heat store" });
    await buildContribution(db, scene.participants.other, { streamId: stream.id, confidentiality: "coordinator" });
    expect((await home("member")).ownPart?.promises).toEqual([]);
    await buildContribution(db, scene.participants.coordinator, { streamId: stream.id });
    expect((await home("member")).ownPart?.promises).toMatchObject([
      { title: "Heat store", endsOn: "2026-12-31", others: 1 },
    ]);
  });
});

describe("the portfolio", () => {
  test("is for clusters and coordinators; what waits for an answer is for the coordinator", async () => {
    const stream = await buildStream(db, scene.project, { title: "Adrift", leadParticipantId: null });
    await buildStream(db, scene.project, { leadParticipantId: scene.participants.member.id });
    const period = await buildPeriod(db, scene.project);
    await buildUpdate(db, await buildContribution(db, scene.participants.member), period, { state: "submitted" });
    await buildContribution(db, scene.participants.other, { state: "proposed" });
    expect((await home("coordinator")).portfolio?.rows).toMatchObject([
      { id: scene.project.id, toReview: 1, toAgree: 1, streamsAtRisk: [stream.title] },
    ]);
    expect((await home("cluster")).portfolio?.rows).toMatchObject([
      { id: scene.project.id, toReview: null, toAgree: null, agreedCents: 1_000_000 },
    ]);
    expect((await home("member")).portfolio).toBeNull();
    expect(await home("outsider")).toMatchObject({ ownPart: null, portfolio: null, done: [] });
  });
});
