import { afterEach, beforeEach, describe, expect, test } from "vitest";

import type { Database } from "#server/db/database.ts";
import { proposeContribution } from "#server/features/contributions/contribution-service.ts";
import type { ProposeContributionInput, Terms } from "#shared/features/contributions/contribution.ts";
import { actAs, buildConsortium, type Consortium, type Standpoint } from "#tests/support/build-consortium.ts";
import { buildProject, buildStream } from "#tests/support/build-project.ts";
import { openTestDatabase } from "#tests/support/database.ts";
import { refusedFields } from "#tests/support/outcome.ts";

let db: Database;
let scene: Consortium;

beforeEach(async () => {
  db = await openTestDatabase();
  scene = await buildConsortium(db);
});
afterEach(() => db.close());

const terms: Terms = {
  effortPmHundredths: 250,
  quantity: null,
  unit: null,
  valueCents: 1_500_000,
  basis: "own-cost",
  basisNote: "",
  fromMonth: 2,
  toMonth: 12,
};
const propose = (who: Standpoint, participantId: string, changed: Partial<ProposeContributionInput> = {}) =>
  actAs(db, scene.people[who], (tx) =>
    proposeContribution(tx, scene.people[who], {
      projectId: scene.project.id,
      participantId,
      streamId: null,
      kind: "effort",
      title: "Boiler tests",
      confidentiality: "consortium",
      terms,
      ...changed,
    }),
  );

describe("what a line may say", () => {
  test("terms follow the kind and the months of the project", async () => {
    const member = scene.participants.member.id;
    expect(await refusedFields(propose("member", member, { terms: { ...terms, effortPmHundredths: null } }))).toEqual([
      "terms.effortPmHundredths REQUIRED",
    ]);
    expect(
      await refusedFields(
        propose("member", member, {
          kind: "cash",
          terms: { ...terms, effortPmHundredths: null, valueCents: null, basis: null },
        }),
      ),
    ).toEqual(["terms.valueCents REQUIRED"]);
    expect(await refusedFields(propose("member", member, { terms: { ...terms, toMonth: 25 } }))).toEqual([
      "terms.toMonth OUTSIDE_PROJECT",
    ]);
    expect(await refusedFields(propose("member", member, { terms: { ...terms, fromMonth: 9, toMonth: 3 } }))).toEqual([
      "terms.toMonth BEFORE_START",
    ]);
    expect(
      await refusedFields(
        propose("member", member, { kind: "equipment", terms: { ...terms, effortPmHundredths: null, quantity: "2" } }),
      ),
    ).toEqual(["terms.unit REQUIRED"]);
  });

  test("a stream belongs to the same project", async () => {
    const foreign = await buildStream(db, await buildProject(db));
    expect(await refusedFields(propose("member", scene.participants.member.id, { streamId: foreign.id }))).toEqual([
      "streamId NOT_VALID",
    ]);
  });
});
