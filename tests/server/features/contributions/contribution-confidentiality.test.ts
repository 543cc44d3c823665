import { afterEach, beforeEach, describe, expect, test } from "vitest";

import type { Database } from "#server/db/database.ts";
import { listChanges } from "#server/features/changes/change-queries.ts";
import { listChangesSchema } from "#shared/features/changes/change.ts";
import { projectBalance } from "#server/features/contributions/balance-queries.ts";
import { showContribution } from "#server/features/contributions/contribution-detail-queries.ts";
import { listContributions } from "#server/features/contributions/contribution-queries.ts";
import { setConfidentiality } from "#server/features/contributions/contribution-service.ts";
import { loadMembership } from "#server/features/members/membership.ts";
import { listUpdates, showUpdate } from "#server/features/reporting/update-queries.ts";
import { listPeriods } from "#server/features/reporting/period-queries.ts";
import { listContributionsSchema } from "#shared/features/contributions/contribution-views.ts";
import { listUpdatesSchema } from "#shared/features/reporting/update.ts";
import {
  actAs,
  buildConsortium,
  type Consortium,
  type Standpoint,
  standpoints,
} from "#tests/support/build-consortium.ts";
import { buildContribution, buildPeriod, buildUpdate } from "#tests/support/build-contribution.ts";
import { openTestDatabase } from "#tests/support/database.ts";
import { outcomeOf, refusalOf } from "#tests/support/outcome.ts";

let db: Database;
let scene: Consortium;
let open: Awaited<ReturnType<typeof buildContribution>>;
let secret: Awaited<ReturnType<typeof buildContribution>>;
let report: Awaited<ReturnType<typeof buildUpdate>>;

/** Canary: appears in no answer to who may not see the line. */
const canary = "Zebra licence";
const amount = 123_456_789;

beforeEach(async () => {
  db = await openTestDatabase();
  scene = await buildConsortium(db);
  open = await buildContribution(db, scene.participants.member, {
    title: "Open line",
    valueCents: 1_000,
    effortPmHundredths: 100,
  });
  secret = await buildContribution(db, scene.participants.member, {
    title: canary,
    kind: "technology",
    effortPmHundredths: null,
    valueCents: amount,
    confidentiality: "coordinator",
  });
  const period = await buildPeriod(db, scene.project);
  await buildUpdate(db, open, period, { deliveredCents: 400, deliveredPmHundredths: 40 });
  report = await buildUpdate(db, secret, period, {
    state: "submitted",
    deliveredCents: 7_777_777,
    deliveredPmHundredths: null,
    text: canary,
  });
});
afterEach(() => db.close());

const list = (who: Standpoint, filter: object = {}) =>
  listContributions(
    db.read,
    scene.people[who],
    listContributionsSchema.parse({ projectId: scene.project.id, ...filter }),
  );

const history = (who: Standpoint) =>
  listChanges(db.read, scene.people[who], listChangesSchema.parse({ projectId: scene.project.id }));

const seesSecret: Standpoint[] = ["coordinator", "member", "viewer"];
const seesOpen = new Set<Standpoint>([...seesSecret, "other", "cluster"]);
const mayRead = standpoints.filter((who) => who !== "outsider");

describe("a line confidential to the coordinator", () => {
  test.each(mayRead)("%s: rows, number and sums hold exactly the lines this one sees", async (who) => {
    const found = await list(who);
    const expected = [...(seesOpen.has(who) ? [open] : []), ...(seesSecret.includes(who) ? [secret] : [])];
    expect(found.rows.map(({ id }) => id).sort()).toEqual(expected.map(({ id }) => id).sort());
    expect(found.total).toBe(expected.length);
    const sum = expected.reduce((total, line) => total + (line.valueCents ?? 0), 0);
    expect(found.totals.reduce((total, each) => total + each.valueCents, 0)).toBe(sum);
    expect(JSON.stringify(found).includes(canary)).toBe(seesSecret.includes(who));
  });

  test.each(mayRead)("%s: no filter, search, sort or page brings it out", async (who) => {
    const filters = [
      { search: "zebra" },
      { search: canary },
      { kind: "technology" },
      { confidentiality: "coordinator" },
      { sort: "value", descending: true, pageSize: 1 },
    ];
    for (const filter of filters) {
      const found = await list(who, filter);
      expect(found.rows.some(({ id }) => id === secret.id)).toBe(seesSecret.includes(who));
      expect(seesSecret.includes(who) || !JSON.stringify(found).includes(String(amount))).toBe(true);
    }
  });

  test.each(standpoints)("%s: shown or not found, with the same fault as an unknown id", async (who) => {
    const show = (id: string) => refusalOf(showContribution(db.read, scene.people[who], { id }));
    const unknown = await show("0190b7a0-0000-7000-8000-000000000000");
    expect(unknown).toMatchObject({ code: "NOT_FOUND" });
    expect(await show(secret.id)).toEqual(seesSecret.includes(who) ? null : unknown);
  });

  test.each(mayRead)("%s: its reports are seen, counted and searched by the same rule", async (who) => {
    const found = await listUpdates(
      db.read,
      scene.people[who],
      listUpdatesSchema.parse({ projectId: scene.project.id, search: "zebra" }),
    );
    expect(found.rows.map(({ id }) => id)).toEqual(seesSecret.includes(who) ? [report.id] : []);
    expect(found.counts.submitted).toBe(seesSecret.includes(who) ? 1 : 0);
    const { rows } = await listPeriods(db.read, scene.people[who], { projectId: scene.project.id });
    expect(rows[0]?.counts).toEqual({
      draft: 0,
      submitted: seesSecret.includes(who) ? 1 : 0,
      returned: 0,
      accepted: seesOpen.has(who) ? 1 : 0,
    });
    const shown = outcomeOf(showUpdate(db.read, scene.people[who], { id: report.id }));
    expect(await shown).toBe(seesSecret.includes(who) ? "done" : "NOT_FOUND");
  });

  test.each(mayRead)("%s: the balance is exact or confidential, never short of the hidden part", async (who) => {
    const person = scene.people[who];
    const balance = await projectBalance(db.read, await loadMembership(db.read, person, scene.project.id));
    const told = seesSecret.includes(who) ? amount + 1_000 : null;
    expect(balance.value.agreed).toBe(told);
    expect(balance.participants.map(({ value }) => value.agreed)).toEqual([told]);
    expect(balance.streams.map(({ value }) => value.agreed)).toEqual([told]);
    expect(balance.participants[0]?.shareBp).toBe(told === null ? null : 10_000);
    expect(balance.kinds.find(({ kind }) => kind === "technology")?.value.agreed).toBe(
      seesSecret.includes(who) ? amount : null,
    );
    expect(balance.effort.delivered).toBe(seesOpen.has(who) ? 40 : null);
  });

  test("an outsider learns of nothing at all", async () => {
    await expect(list("outsider")).rejects.toMatchObject({ code: "NOT_FOUND" });
    await expect(listPeriods(db.read, scene.people.outsider, { projectId: scene.project.id })).rejects.toMatchObject({
      code: "NOT_FOUND",
    });
  });

  test("nobody but the owner opens or closes it, and the history of it stays with owner and coordinator", async () => {
    const set = (who: Standpoint) =>
      actAs(db, scene.people[who], (tx) =>
        setConfidentiality(tx, scene.people[who], { id: secret.id, version: 1, confidentiality: "consortium" }),
      );
    await expect(set("coordinator")).rejects.toMatchObject({ code: "FORBIDDEN" });
    await expect(set("viewer")).rejects.toMatchObject({ code: "FORBIDDEN" });
    for (const who of ["other", "invited", "cluster", "reader", "outsider"] as const)
      await expect(set(who)).rejects.toMatchObject({ code: "NOT_FOUND" });
    await set("member");
    expect((await list("other")).total).toBe(2);
    expect((await history("member")).rows.map(({ entityId }) => entityId)).toEqual([secret.id]);
    expect((await history("other")).rows).toEqual([]);
  });
});
