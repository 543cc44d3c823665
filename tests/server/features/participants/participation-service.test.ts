import { asc, eq } from "drizzle-orm";
import { describe, expect, test } from "vitest";

import { isUniqueViolation } from "#server/db/errors.ts";
import { participants } from "#server/db/schema/index.ts";
import { makeCoordinator } from "#server/features/participants/participation-service.ts";
import type { Fault } from "#shared/fault.ts";
import { makeCoordinatorSchema } from "#shared/features/participants/participant.ts";
import { actAs } from "#tests/support/build-consortium.ts";
import { buildOrganisation } from "#tests/support/build-organisation.ts";
import { buildParticipant } from "#tests/support/build-project.ts";
import { buildTeam } from "#tests/support/build-team.ts";
import { openTestDatabase } from "#tests/support/database.ts";

type Opened = Awaited<ReturnType<typeof openTestDatabase>>;

const rowsOf = (db: Opened, projectId: string) =>
  db.read.select().from(participants).where(eq(participants.projectId, projectId)).orderBy(asc(participants.number));

describe("the coordinator", () => {
  test("is handed over with number 1; the former one takes the other's number", async () => {
    const db = await openTestDatabase();
    const { project, coordinator, member, people } = await buildTeam(db);
    const input = makeCoordinatorSchema.parse({
      id: member.id,
      version: 1,
      coordinatorId: coordinator.id,
      coordinatorVersion: 1,
    });
    await actAs(db, people.coordinator, (tx) => makeCoordinator(tx, people.coordinator, input));
    expect(await rowsOf(db, project.id)).toMatchObject([
      { id: member.id, number: 1, role: "coordinator", version: 2 },
      { id: coordinator.id, number: 2, role: "beneficiary", version: 2 },
    ]);
  });

  test("is one, however many hand over at once", async () => {
    const db = await openTestDatabase();
    const { project, coordinator, member, people } = await buildTeam(db);
    const more = await Promise.all(
      [3, 4, 5, 6].map(async (number) => buildParticipant(db, project, await buildOrganisation(db), { number })),
    );
    const results = await Promise.allSettled(
      [member, ...more].map((row) =>
        actAs(db, people.coordinator, (tx) =>
          makeCoordinator(tx, people.coordinator, {
            id: row.id,
            version: 1,
            coordinatorId: coordinator.id,
            coordinatorVersion: 1,
            formerRole: "beneficiary",
          }),
        ),
      ),
    );
    expect(results.filter((result) => result.status === "fulfilled")).toHaveLength(1);
    expect(
      results.flatMap((result) => (result.status === "rejected" ? [(result.reason as Fault).appCode] : [])),
      // Whoever comes second does not coordinate any more.
    ).toEqual(Array(4).fill("FORBIDDEN"));
    const rows = await rowsOf(db, project.id);
    expect(rows.filter((row) => row.role === "coordinator")).toHaveLength(1);
    expect(rows.map((row) => row.number)).toEqual([1, 2, 3, 4, 5, 6]);
  });

  test("is not the cluster's to choose: who coordinates reads what members confided", async () => {
    const db = await openTestDatabase();
    const { coordinator, member, people } = await buildTeam(db);
    const input = {
      id: member.id,
      version: 1,
      coordinatorId: coordinator.id,
      coordinatorVersion: 1,
      formerRole: "beneficiary" as const,
    };
    const attempt = actAs(db, people.cluster, (tx) => makeCoordinator(tx, people.cluster, input));
    await expect(attempt).rejects.toMatchObject({ code: "FORBIDDEN" });
  });

  test("cannot be doubled even past the services", async () => {
    const db = await openTestDatabase();
    const { project, stranger } = await buildTeam(db);
    const second = buildParticipant(db, project, stranger, { number: 9, role: "coordinator" });
    const refusal: unknown = await second.then(
      () => null,
      (error: unknown) => error,
    );
    expect(isUniqueViolation(refusal, "participants_coordinator")).toBe(true);
  });
});
