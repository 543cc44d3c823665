import { beforeEach, describe, expect, test } from "vitest";

import type { Database } from "#server/db/database.ts";
import { sightOf } from "#server/exports/sight.ts";
import { collectExport } from "#server/exports/summary-export.ts";
import {
  proposeContribution,
  reviseContribution,
  setConfidentiality,
} from "#server/features/contributions/contribution-service.ts";
import { loadMembership } from "#server/features/members/membership.ts";
import { reviseStream } from "#server/features/streams/stream-service.ts";
import type { Audience } from "#shared/features/exports/export-words.ts";
import { actAs, buildConsortium, type Consortium, type Standpoint } from "#tests/support/build-consortium.ts";
import { buildStream } from "#tests/support/build-project.ts";
import { openTestDatabase } from "#tests/support/database.ts";

let db: Database;
let consortium: Consortium;

beforeEach(async () => {
  db = await openTestDatabase();
  consortium = await buildConsortium(db);
});

async function changesFor(as: Standpoint, audience: Audience, seq = 0) {
  const { project, people } = consortium;
  return await db.snapshot(async (snapshot) => {
    const sight = sightOf(await loadMembership(snapshot, people[as], project.id), audience);
    const options = { projectId: project.id, sight, language: "en", now: Date.UTC(2026, 5, 1) } as const;
    const { summary } = await collectExport(snapshot, { ...options, since: { seq, at: 1 } });
    return summary.changes?.changes ?? [];
  });
}

const names = async (as: Standpoint, audience: Audience) =>
  (await changesFor(as, audience)).map((change) => change.name);

function propose(as: "member" | "other", confidentiality: "consortium" | "coordinator") {
  const terms = {
    effortPmHundredths: 300,
    quantity: null,
    unit: null,
    valueCents: 900_000,
    basis: "own-cost",
    basisNote: "",
    fromMonth: 1,
    toMonth: 6,
  } as const;
  const { project, participants, people } = consortium;
  const line = { projectId: project.id, participantId: participants[as].id, streamId: null, kind: "effort" } as const;
  return actAs(db, people[as], (tx) =>
    proposeContribution(tx, people[as], { ...line, title: `Line of ${as}`, confidentiality, terms }),
  );
}

describe("changes since the last export", () => {
  test("tell several steps of one record as one change, old and new", async () => {
    const { people, project } = consortium;
    const stream = await buildStream(db, project, { number: 1, trlNow: 4, title: "Heat" });
    const revise = (version: number, trlNow: number) =>
      actAs(db, people.coordinator, (tx) =>
        reviseStream(tx, people.coordinator, { id: stream.id, version, patch: { trlNow } }),
      );
    await revise(1, 5);
    await revise(2, 6);
    expect(await changesFor("coordinator", "internal")).toEqual([
      {
        action: "changed",
        entity: "stream",
        name: "S1 Heat",
        fields: [{ field: "trlNow", before: { type: "integer", value: 4 }, after: { type: "integer", value: 6 } }],
      },
    ]);
  });

  test("leave out what was changed and changed back, and what the last export knew", async () => {
    const { people, project } = consortium;
    const stream = await buildStream(db, project, { number: 1, trlNow: 4 });
    const revise = (version: number, trlNow: number) =>
      actAs(db, people.coordinator, (tx) =>
        reviseStream(tx, people.coordinator, { id: stream.id, version, patch: { trlNow } }),
      );
    await revise(1, 5);
    await revise(2, 4);
    expect(await changesFor("coordinator", "internal")).toEqual([]);
    await revise(3, 7);
    expect(await changesFor("coordinator", "internal", 1_000)).toEqual([]);
  });

  test("name new lines to those who may see them, and lines to the public never", async () => {
    await propose("member", "consortium");
    await propose("other", "coordinator");
    expect(await names("coordinator", "internal")).toEqual(["Line of member", "Line of other"]);
    expect(await names("member", "internal")).toEqual(["Line of member"]);
    expect(await names("coordinator", "partners")).toEqual(["Line of member"]);
    expect(await names("coordinator", "public")).toEqual([]);
    expect(await names("reader", "internal")).toEqual([]);
  });

  test("keep the past of a line that became confidential from the others", async () => {
    const { people } = consortium;
    const { id } = await propose("member", "consortium");
    await actAs(db, people.member, (tx) =>
      reviseContribution(tx, people.member, { id, version: 1, patch: { valueCents: 1_234_500 } }),
    );
    await actAs(db, people.member, (tx) =>
      setConfidentiality(tx, people.member, { id, version: 2, confidentiality: "coordinator" }),
    );
    expect(await changesFor("other", "internal")).toEqual([]);
    expect(await changesFor("coordinator", "partners")).toEqual([]);
    expect((await changesFor("coordinator", "internal")).map((change) => change.action)).toEqual(["added"]);
  });
});
