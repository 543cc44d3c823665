import { afterAll, beforeAll, describe, expect, test } from "vitest";

import type { Database } from "#server/db/database.ts";
import { builtAt } from "#tests/support/build.ts";
import { buildConsortium, type Consortium } from "#tests/support/build-consortium.ts";
import { buildPeriod } from "#tests/support/build-contribution.ts";
import { buildStream } from "#tests/support/build-project.ts";
import { callerOf, callPath, pathsOf } from "#tests/support/caller.ts";
import { openTestDatabase } from "#tests/support/database.ts";
import { everyRow } from "#tests/support/every-row.ts";
import { makeTestParts, type TestParts } from "#tests/support/parts.ts";

import { queryInputs } from "./query-inputs.ts";
import { buildSecretScene, type SecretScene } from "./secret-scene.ts";

const unknown = "0190b7a0-0000-7000-8000-000000000000";

let db: Database;
let parts: TestParts;
let scene: SecretScene;
/** A project that nobody of the scene knows of. */
let foreign: Consortium;
let foreignStream: { id: string };
beforeAll(async () => {
  db = await openTestDatabase();
  parts = makeTestParts(db, { clock: () => builtAt });
  scene = await buildSecretScene(db);
  foreign = await buildConsortium(db);
  foreignStream = await buildStream(db, foreign.project);
  await buildPeriod(db, foreign.project);
});
afterAll(async () => {
  await db.close();
  await parts.remove();
});

/** All a refusal tells; `done` when there was none. */
function told(call: Promise<unknown>): Promise<string> {
  return call.then(
    () => "done",
    (error: unknown) => {
      const { code, message, cause } = error as { code: string; message: string; cause?: { appCode?: string } };
      return `${code} ${cause?.appCode ?? ""} ${message}`;
    },
  );
}

describe("sorting and filtering (R-A6)", () => {
  test("by a column that is not offered is refused like one that does not exist, by every query that sorts", async () => {
    const caller = callerOf(parts, scene.people.other);
    const sorting = pathsOf("query").filter((path) => queryInputs(scene)[path]?.some((input) => "sort" in input));
    expect(sorting.length).toBeGreaterThan(2);
    for (const path of sorting) {
      const [input = {}] = queryInputs(scene)[path] ?? [];
      const by = (sort: string) => told(callPath(caller, path, { ...input, sort }));
      const [real, made] = [await by("basisNote"), await by("nonsenseX")];
      expect(real, path).toMatch(/^BAD_REQUEST/);
      expect(real.replaceAll("basisNote", "x"), path).toBe(made.replaceAll("nonsenseX", "x"));
      const filtered = (name: string) => told(callPath(caller, path, { ...input, [name]: 1 }));
      expect((await filtered("reviewNote")).replaceAll("reviewNote", "x")).toBe(
        (await filtered("nonsense")).replaceAll("nonsense", "x"),
      );
    }
  });
});

describe("what links two things asks for the right on both (R-A9)", () => {
  test("nothing of a project that is not open can be taken over or pointed to", async () => {
    const { people, participants, project, stream, lines } = scene;
    const coordinator = callerOf(parts, people.coordinator);
    const member = callerOf(parts, people.member);
    const before = await everyRow(db, ["changes"]);
    const tries = (streamId: string, projectId: string, participantId: string) => [
      coordinator.project.create({ acronym: "COPY", title: "Copy", templateId: projectId }),
      coordinator.milestone.create({
        projectId: project.id,
        title: "New",
        streamIds: [streamId],
        dueMonth: 3,
        verification: "",
      }),
      coordinator.stream.revise({ id: stream.id, version: 1, patch: { leadParticipantId: participantId } }),
      coordinator.contribution.revise({
        id: lines.asked.id,
        version: lines.asked.version + 1,
        patch: { streamId },
      }),
      coordinator.participant.makeCoordinator({
        id: participants.member.id,
        version: 2,
        coordinatorId: participantId,
        coordinatorVersion: 1,
      }),
      member.contribution.propose({
        projectId: project.id,
        participantId: participants.member.id,
        streamId,
        kind: "cash",
        title: "New",
        confidentiality: "consortium",
        terms: {
          effortPmHundredths: null,
          quantity: null,
          unit: null,
          valueCents: 1,
          basis: "own-cost",
          basisNote: "",
          fromMonth: 1,
          toMonth: 2,
        },
      }),
    ];
    const real = await Promise.all(
      tries(foreignStream.id, foreign.project.id, foreign.participants.member.id).map(told),
    );
    const made = await Promise.all(tries(unknown, unknown, unknown).map(told));
    expect(real.filter((answer) => answer === "done")).toEqual([]);
    expect(real).toEqual(made);
    expect(await everyRow(db, ["changes"])).toBe(before);
  });
});
