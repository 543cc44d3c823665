import { asc, eq } from "drizzle-orm";
import { afterEach, beforeEach, describe, expect, test } from "vitest";

import type { Database } from "#server/db/database.ts";
import { amendments, changes, contributions, notifications } from "#server/db/schema/index.ts";
import {
  agreeManyAmendments,
  declineManyAmendments,
  proposeManyAmendments,
} from "#server/features/contributions/amendment-bulk-service.ts";
import {
  agreeAmendment,
  counterAmendment,
  declineAmendment,
  proposeAmendment,
  withdrawAmendment,
} from "#server/features/contributions/amendment-service.ts";
import { projectBalance } from "#server/features/contributions/balance-queries.ts";
import { showContribution } from "#server/features/contributions/contribution-detail-queries.ts";
import { listContributions } from "#server/features/contributions/contribution-queries.ts";
import { loadMembership } from "#server/features/members/membership.ts";
import { listContributionsSchema } from "#shared/features/contributions/contribution-views.ts";
import type { Terms } from "#shared/features/contributions/contribution.ts";
import { actAs, buildConsortium, type Consortium, type Standpoint } from "#tests/support/build-consortium.ts";
import { buildAmendment, buildContribution, buildPeriod, buildUpdate } from "#tests/support/build-contribution.ts";
import { openTestDatabase } from "#tests/support/database.ts";
import { outcomeOf, refusedFields } from "#tests/support/outcome.ts";

let db: Database;
let scene: Consortium;
let line: Awaited<ReturnType<typeof buildContribution>>;

beforeEach(async () => {
  db = await openTestDatabase();
  scene = await buildConsortium(db);
  line = await buildContribution(db, scene.participants.member);
});
afterEach(() => db.close());

type Ref = { id: string; version: number };
const terms: Terms = {
  effortPmHundredths: 200,
  quantity: null,
  unit: null,
  valueCents: 900_000,
  basis: "own-cost",
  basisNote: "",
  fromMonth: 1,
  toMonth: 12,
};
const ref = ({ id, version }: Ref) => ({ id, version });
const as = <T>(who: Standpoint, work: Parameters<typeof db.transact<T>>[1]) => actAs(db, scene.people[who], work);
const propose = (who: Standpoint, wished: Terms | null = terms, of: Ref = line, reason = "Prices fell") =>
  as(who, (tx) =>
    proposeAmendment(tx, scene.people[who], { contributionId: of.id, version: of.version, terms: wished, reason }),
  );
const agree = (who: Standpoint, of: Ref) => as(who, (tx) => agreeAmendment(tx, scene.people[who], ref(of)));
const counter = (who: Standpoint, of: Ref, wished: Terms | null) =>
  as(who, (tx) => counterAmendment(tx, scene.people[who], { ...ref(of), terms: wished, reason: "Half way" }));
const decline = (who: Standpoint, of: Ref) =>
  as(who, (tx) => declineAmendment(tx, scene.people[who], { ...ref(of), reason: "Not now" }));
const withdraw = (who: Standpoint, of: Ref) => as(who, (tx) => withdrawAmendment(tx, scene.people[who], ref(of)));
const show = (who: Standpoint, id = line.id) => showContribution(db.read, scene.people[who], { id });
const agreedValue = async () =>
  (await projectBalance(db.read, await loadMembership(db.read, scene.people.coordinator, scene.project.id))).value
    .agreed;
const list = (who: Standpoint, filter: object = {}) =>
  listContributions(
    db.read,
    scene.people[who],
    listContributionsSchema.parse({ projectId: scene.project.id, ...filter }),
  );

describe("a change of an agreed line", () => {
  test("moves no figure before both sides agreed: proposed, countered, agreed", async () => {
    const proposed = await propose("member");
    expect(proposed).toMatchObject({ version: 1, state: "open", contributionId: line.id });
    expect(await agreedValue()).toBe(1_000_000);
    expect(await outcomeOf(agree("member", proposed))).toBe("FORBIDDEN");
    expect(await outcomeOf(agree("other", proposed))).toBe("FORBIDDEN");
    const countered = await counter("coordinator", proposed, { ...terms, valueCents: 950_000 });
    expect(await outcomeOf(agree("coordinator", countered))).toBe("FORBIDDEN");
    expect(await outcomeOf(agree("member", proposed))).toBe("STALE");
    expect(await agreedValue()).toBe(1_000_000);
    expect(await agree("member", countered)).toMatchObject({ state: "agreed", version: 2 });
    expect(await agreedValue()).toBe(950_000);
    const after = await show("member");
    expect(after).toMatchObject({ valueCents: 950_000, state: "agreed", version: 2, openAmendment: null });
    expect(after.agreedAt).toBe(line.agreedAt);
    expect(after.amendments.map(({ number, side, state }) => [number, side, state])).toEqual([
      [1, "member", "countered"],
      [2, "coordinator", "agreed"],
    ]);
    expect(after.offers.at(-1)).toMatchObject({ side: "coordinator", valueCents: 950_000, reason: "Half way" });
    expect(after.offers.at(-1)?.byOrganisationName).toBe("Lead");
    const rows = await db.read
      .select({ entity: changes.entity, action: changes.action })
      .from(changes)
      .where(eq(changes.entityId, line.id))
      .orderBy(asc(changes.seq));
    expect(rows.map(({ entity, action }) => `${entity} ${action}`)).toEqual([
      "amendment created",
      "amendment countered",
      "amendment created",
      "amendment agreed",
      "contribution amended",
    ]);
  });

  test("shows the agreed figures beside the proposed ones, and what each side may do", async () => {
    await propose("coordinator", { ...terms, valueCents: 300_000, toMonth: 18 });
    const period = await buildPeriod(db, scene.project);
    await buildUpdate(db, line, period);
    const { openAmendment } = await show("member");
    expect(openAmendment).toMatchObject({
      comparison: [
        { field: "valueCents", before: 1_000_000, after: 300_000 },
        { field: "toMonth", before: 12, after: 18 },
      ],
      belowDelivered: ["value"],
      may: { agree: true, counter: true, decline: true, withdraw: false },
    });
    expect((await show("coordinator")).openAmendment?.may).toEqual({
      agree: false,
      counter: false,
      decline: false,
      withdraw: true,
    });
    expect((await show("other")).openAmendment?.may.agree).toBe(false);
  });

  test("is declined with a reason, or taken back, and the line stays; then another may be proposed", async () => {
    const first = await propose("member");
    expect(await outcomeOf(propose("coordinator"))).toBe("AMENDMENT_OPEN");
    expect(await outcomeOf(decline("member", first))).toBe("FORBIDDEN");
    expect(await decline("coordinator", first)).toMatchObject({ state: "declined" });
    const second = await propose("coordinator");
    expect(await outcomeOf(withdraw("member", second))).toBe("FORBIDDEN");
    expect(await withdraw("coordinator", second)).toMatchObject({ state: "withdrawn" });
    expect(await agreedValue()).toBe(1_000_000);
    expect((await show("member")).amendments.map(({ state, answer }) => [state, answer])).toEqual([
      ["declined", "Not now"],
      ["withdrawn", ""],
    ]);
  });

  test("takes the line back only when both sides agree", async () => {
    const back = await propose("member", null);
    expect(await show("coordinator")).toMatchObject({ state: "agreed", openAmendment: { kind: "withdrawal" } });
    expect(await agree("coordinator", back)).toMatchObject({ state: "agreed" });
    expect(await show("member")).toMatchObject({ state: "withdrawn", version: 2, offers: [] });
    expect(await agreedValue()).toBe(0);
  });

  test("of the coordinator's own line is agreed as it is proposed, with its reason on record", async () => {
    const own = await buildContribution(db, scene.participants.coordinator);
    expect(await propose("coordinator", terms, own)).toMatchObject({ state: "agreed" });
    expect(await show("coordinator", own.id)).toMatchObject({
      valueCents: 900_000,
      amendments: [{ reason: "Prices fell", state: "agreed" }],
    });
    expect(await db.read.$count(notifications)).toBe(0);
  });

  test("is refused when it changes nothing, does not fit the kind, or the line moved on", async () => {
    expect(await refusedFields(propose("member", { ...terms, valueCents: 1_000_000 }))).toEqual([
      "terms NOTHING_CHANGED",
    ]);
    expect(await refusedFields(propose("member", { ...terms, toMonth: 25 }))).toEqual([
      "terms.toMonth OUTSIDE_PROJECT",
    ]);
    expect(await outcomeOf(propose("member", terms, { ...line, version: 2 }))).toBe("STALE");
    const open = await buildContribution(db, scene.participants.member, { state: "proposed" });
    expect(await outcomeOf(propose("member", terms, open))).toBe("FORBIDDEN");
    expect(await db.read.$count(amendments)).toBe(0);
  });

  test("of a confidential line is told to its sides alone, in records too", async () => {
    await db.housekeep((tx) => tx.update(contributions).set({ confidentiality: "coordinator" }));
    const proposed = await propose("member");
    expect(await outcomeOf(agree("other", proposed))).toBe("NOT_FOUND");
    expect((await list("other", { amended: true })).total).toBe(0);
    expect((await list("coordinator", { amended: true })).total).toBe(1);
    const [change] = await db.read.select().from(changes).where(eq(changes.entity, "amendment"));
    expect(change?.confidentialTo).toBe(scene.owners.member.id);
    const [told] = await db.read.select().from(notifications);
    expect(told).toMatchObject({ kind: "amendment", userId: scene.people.coordinator.userId, params: {} });
  });

  test("tells the other side at every turn", async () => {
    const countered = await counter("coordinator", await propose("member"), { ...terms, valueCents: 950_000 });
    await agree("member", countered);
    const rows = await db.read.select().from(notifications).orderBy(asc(notifications.id));
    const { coordinator, member } = scene.people;
    expect(rows.map(({ kind, userId }) => [kind, userId])).toEqual([
      ["amendment", coordinator.userId],
      ["amendment", member.userId],
      ["agreed", coordinator.userId],
    ]);
  });
});

describe("many changes at once", () => {
  const proposeMany = (who: Standpoint, lines: Ref[], changeBp: number) =>
    as(who, (tx) =>
      proposeManyAmendments(tx, scene.people[who], {
        projectId: scene.project.id,
        lines: lines.map(ref),
        changeBp,
        reason: "Less money from the city",
      }),
    );

  test("the coordinator proposes five per cent less for each line, to the cent; each is judged by itself", async () => {
    const second = await buildContribution(db, scene.participants.other, { valueCents: 333_333 });
    const open = await buildContribution(db, scene.participants.other, { state: "proposed" });
    const own = await buildContribution(db, scene.participants.coordinator, { valueCents: 101 });
    const { results, done } = await proposeMany("coordinator", [line, second, open, own], -500);
    expect(done).toBe(3);
    expect(results.map(({ appCode }) => appCode)).toEqual([null, null, "FORBIDDEN", null]);
    const wished = await db.read.select().from(amendments).orderBy(asc(amendments.id));
    expect(
      wished.map(({ contributionId, valueCents, effortPmHundredths }) => [
        contributionId,
        valueCents,
        effortPmHundredths,
      ]),
    ).toEqual([
      [line.id, 950_000, 190],
      [second.id, 316_666, 190],
      [own.id, 96, 190],
    ]);
    expect((await show("member")).valueCents).toBe(1_000_000);
    expect((await show("coordinator", own.id)).valueCents).toBe(96);
    expect(await outcomeOf(proposeMany("member", [line], -500))).toBe("NOTHING_DONE");
  });

  test("many are agreed or declined, with the result of each", async () => {
    const second = await buildContribution(db, scene.participants.member);
    const mine = await buildAmendment(db, line, { side: "coordinator" });
    const theirs = await buildAmendment(db, second, { side: "member" });
    const act = (who: Standpoint, work: "agree" | "decline", refs: Ref[]) =>
      as(who, (tx) =>
        work === "agree"
          ? agreeManyAmendments(tx, scene.people[who], { projectId: scene.project.id, amendments: refs.map(ref) })
          : declineManyAmendments(tx, scene.people[who], {
              projectId: scene.project.id,
              amendments: refs.map(ref),
              reason: "No",
            }),
      );
    const agreed = await act("member", "agree", [mine, theirs]);
    expect(agreed.results.map(({ appCode }) => appCode)).toEqual([null, "FORBIDDEN"]);
    expect((await show("member")).valueCents).toBe(500_000);
    expect(await act("coordinator", "decline", [theirs])).toMatchObject({ done: 1 });
    expect((await show("member", second.id)).valueCents).toBe(1_000_000);
  });

  test("the ledger marks and finds lines whose change is open", async () => {
    await buildContribution(db, scene.participants.other);
    await propose("member");
    const { rows, total } = await list("coordinator", { amended: true });
    expect(total).toBe(1);
    expect(rows[0]).toMatchObject({ id: line.id, mayAmend: false, amendment: { side: "member", mayAnswer: true } });
    expect((await list("coordinator")).rows.filter(({ mayAmend }) => mayAmend)).toHaveLength(1);
  });
});
