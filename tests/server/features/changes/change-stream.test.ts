import { afterEach, beforeEach, describe, expect, test } from "vitest";

import type { Database } from "#server/db/database.ts";
import { followChanges, type StreamItem } from "#server/features/changes/change-stream.ts";
import { listChanges } from "#server/features/changes/change-queries.ts";
import type { Person } from "#shared/features/members/standing.ts";
import { buildContribution } from "#tests/support/build-contribution.ts";
import { buildOrganisation } from "#tests/support/build-organisation.ts";
import { buildPerson } from "#tests/support/build-person.ts";
import { buildParticipant, buildProject, buildStream } from "#tests/support/build-project.ts";
import { openTestDatabase } from "#tests/support/database.ts";

let db: Database;
let owner: Person;
let coordinator: Person;
let rival: Person;
let outsider: Person;
let projectId: string;
let ownerOrganisationId: string;
let openLineId: string;
let hiddenLineId: string;
let streamId: string;

beforeEach(async () => {
  db = await openTestDatabase();
  const [lead, own, other, far] = await Promise.all([1, 2, 3, 4].map(() => buildOrganisation(db)));
  const project = await buildProject(db);
  projectId = project.id;
  ownerOrganisationId = own!.id;
  await buildParticipant(db, project, lead!, { role: "coordinator" });
  const member = await buildParticipant(db, project, own!);
  await buildParticipant(db, project, other!);
  openLineId = (await buildContribution(db, member)).id;
  hiddenLineId = (await buildContribution(db, member, { confidentiality: "coordinator" })).id;
  streamId = (await buildStream(db, project)).id;
  coordinator = await buildPerson(db, lead);
  owner = await buildPerson(db, own);
  rival = await buildPerson(db, other);
  outsider = await buildPerson(db, far);
});
afterEach(() => db.close());

async function change(entity: "stream" | "contribution", entityId: string, confidentialTo: string | null = null) {
  await db.transact({ userId: owner.userId, actingForId: ownerOrganisationId }, async (tx) => {
    const before = { title: "before" };
    const after = { title: `after ${entityId}` };
    await tx.record({
      entity,
      entityId,
      action: "updated",
      projectId,
      organisationId: ownerOrganisationId,
      confidentialTo,
      before,
      after,
    });
  });
}

/** Collects what `person` is told from the beginning on until nothing new has come for a moment. */
async function told(person: Person | null, lastEventId = "0"): Promise<string[]> {
  const end = new AbortController();
  const items: StreamItem[] = [];
  const stream = followChanges({ db, refresh: async () => person, lastEventId, signal: end.signal });
  setTimeout(() => end.abort(), 250);
  for await (const item of stream) items.push(item);
  return items.map((item) => (item.kind === "event" ? item.event.entityId : "reset"));
}

describe("live changes", () => {
  test("reach whoever may read the record and nobody else", async () => {
    await change("stream", streamId);
    await change("contribution", openLineId);
    await change("contribution", hiddenLineId, ownerOrganisationId);
    expect(await told(owner)).toEqual([streamId, openLineId, hiddenLineId]);
    expect(await told(coordinator)).toEqual([streamId, openLineId, hiddenLineId]);
    expect(await told(rival)).toEqual([streamId, openLineId]);
    expect(await told(outsider)).toEqual([]);
  });

  test("carry ids and nothing of what changed", async () => {
    await change("contribution", openLineId);
    const end = new AbortController();
    const stream = followChanges({ db, refresh: async () => owner, lastEventId: "0", signal: end.signal });
    const { value } = await stream.next();
    end.abort();
    expect(Object.keys((value as Extract<StreamItem, { kind: "event" }>).event).toSorted()).toEqual(
      ["action", "entity", "entityId", "organisationId", "projectId", "seq"].toSorted(),
    );
    expect(JSON.stringify(value)).not.toContain("after");
  });

  test("are replayed from the last one seen", async () => {
    await change("stream", streamId);
    await change("contribution", openLineId);
    expect(await told(owner, "1")).toEqual([openLineId]);
  });

  test("wake a waiting follower", async () => {
    const end = new AbortController();
    const stream = followChanges({ db, refresh: async () => owner, lastEventId: null, signal: end.signal });
    const next = stream.next();
    await new Promise((resolve) => setTimeout(resolve, 50));
    await change("stream", streamId);
    expect((await next).value).toMatchObject({ kind: "event", event: { entityId: streamId } });
    end.abort();
  });

  test("end when the session has ended", async () => {
    await expect(told(null)).rejects.toMatchObject({ code: "UNAUTHORIZED" });
  });

  test("ask a reader that comes from another history to read again", async () => {
    expect(await told(owner, "999999")).toEqual(["reset"]);
  });
});

describe("history", () => {
  test("shows fields before and after, with who and for whom, newest first", async () => {
    await change("stream", streamId);
    await change("contribution", openLineId);
    const { rows, nextBeforeSeq } = await listChanges(db.read, owner, { projectId, limit: 1 });
    expect(rows).toHaveLength(1);
    expect(rows[0]).toMatchObject({
      entity: "contribution",
      entityId: openLineId,
      fields: { title: ["before", `after ${openLineId}`] },
    });
    expect(rows[0]?.actingForId).toBe(ownerOrganisationId);
    const rest = await listChanges(db.read, owner, { projectId, limit: 10, cursor: nextBeforeSeq });
    expect(rest.rows.map((row) => row.entityId)).toEqual([streamId]);
  });

  test("leaves out a line that has become confidential, with all its past", async () => {
    await change("contribution", hiddenLineId);
    expect((await listChanges(db.read, owner, { projectId, limit: 10 })).rows).toHaveLength(1);
    expect((await listChanges(db.read, coordinator, { projectId, limit: 10 })).rows).toHaveLength(1);
    expect((await listChanges(db.read, rival, { projectId, limit: 10 })).rows).toEqual([]);
  });

  test("is not found by an outsider", async () => {
    await expect(listChanges(db.read, outsider, { projectId, limit: 10 })).rejects.toMatchObject({ code: "NOT_FOUND" });
  });
});
