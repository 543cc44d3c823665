import { asc } from "drizzle-orm";
import { afterEach, beforeEach, describe, expect, test } from "vitest";

import { amendments } from "#server/db/schema/index.ts";
import {
  agreeManyAmendments,
  declineManyAmendments,
  proposeManyAmendments,
} from "#server/features/contributions/amendment-bulk-service.ts";
import type { Standpoint } from "#tests/support/build-consortium.ts";
import { buildAmendment, buildContribution } from "#tests/support/build-contribution.ts";
import { outcomeOf } from "#tests/support/outcome.ts";

import { type AmendmentStage, openAmendmentStage, type Ref, ref } from "./amendment-stage.ts";

let stage: AmendmentStage;
beforeEach(async () => {
  stage = await openAmendmentStage();
});
afterEach(() => stage.db.close());

const proposeMany = (who: Standpoint, lines: Ref[], changeBp: number) =>
  stage.as(who, (tx) =>
    proposeManyAmendments(tx, stage.scene.people[who], {
      projectId: stage.scene.project.id,
      lines: lines.map(ref),
      changeBp,
      reason: "Less money from the city",
    }),
  );

describe("many changes at once", () => {
  test("the coordinator proposes five per cent less for each line, to the cent; each is judged by itself", async () => {
    const { db, scene, line, show } = stage;
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
    const { db, scene, line, as, show } = stage;
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
    const { db, scene, line, propose, list } = stage;
    await buildContribution(db, scene.participants.other);
    await propose("member");
    const { rows, total } = await list("coordinator", { amended: true });
    expect(total).toBe(1);
    expect(rows[0]).toMatchObject({ id: line.id, mayAmend: false, amendment: { side: "member", mayAnswer: true } });
    expect((await list("coordinator")).rows.filter(({ mayAmend }) => mayAmend)).toHaveLength(1);
  });
});
