import { eq } from "drizzle-orm";
import { describe, expect, test } from "vitest";

import { contributions, tasks } from "#server/db/schema/index.ts";
import { collectForJob } from "#server/exports/export-delivery.ts";
import { renderExport } from "#server/exports/render.ts";
import { freezePlan } from "#server/features/baselines/baseline-service.ts";
import { freezePlanSchema } from "#shared/features/baselines/baseline.ts";
import { startExportSchema } from "#shared/features/exports/export.ts";
import type { Person } from "#shared/features/members/standing.ts";
import { actAs } from "#tests/support/build-consortium.ts";
import { buildContribution } from "#tests/support/build-contribution.ts";
import { buildTask } from "#tests/support/build-plan.ts";
import { buildStream } from "#tests/support/build-project.ts";
import { buildTeam } from "#tests/support/build-team.ts";
import { openTestDatabase } from "#tests/support/database.ts";
import { textOfExport } from "#tests/support/text-of-export.ts";

const now = Date.UTC(2026, 2, 5, 12);

async function stage() {
  const db = await openTestDatabase();
  const { project, people, member } = await buildTeam(db);
  const stream = await buildStream(db, project);
  const task = await buildTask(db, stream, { leadParticipantId: member.id, title: "Dry the sludge" });
  const secret = await buildContribution(db, member, {
    state: "agreed",
    kind: "cash",
    confidentiality: "coordinator",
    title: "Zebrafinch",
  });
  const { id } = await actAs(db, people.coordinator, (tx) =>
    freezePlan(tx, people.coordinator, freezePlanSchema.parse({ projectId: project.id, name: "Steering meeting 3" })),
  );
  await db.housekeep((tx) => tx.update(tasks).set({ endMonth: 8 }).where(eq(tasks.id, task.id)));
  await db.housekeep((tx) =>
    tx.update(contributions).set({ valueCents: 7_654_321 }).where(eq(contributions.id, secret.id)),
  );
  const collect = (person: Person, language = "en") =>
    db.snapshot((snapshot) =>
      collectForJob(
        snapshot,
        {
          userId: person.userId,
          actingForId: person.seat!.organisationId,
          projectId: project.id,
          parameters: {
            format: "docx",
            audience: "internal",
            language,
            document: "amendment",
            compare: { from: id, to: "now" },
          },
        },
        now,
      ),
    );
  return { collect, people, project, id };
}

describe("an amendment sheet", () => {
  test("holds the changes with old and new value, the sums and a line to sign for each member; the same bytes each time", async () => {
    const { collect, people } = await stage();
    const collected = await collect(people.coordinator);
    for (const format of ["docx", "pdf"] as const) {
      const bytes = await renderExport({ format, ...collected });
      expect(Buffer.from(await renderExport({ format, ...collected })).equals(Buffer.from(bytes))).toBe(true);
      const text = textOfExport(format, bytes);
      for (const part of ["Amendment sheet", "Steering meeting 3", "Dry the sludge", "Zebrafinch", "Signature"])
        expect(text, format).toContain(part);
      expect(text).toMatch(/76,543\.21/);
    }
  });

  test("leaves out what is confided to the coordinator when somebody else makes it", async () => {
    const { collect, people } = await stage();
    const bytes = await renderExport({ format: "docx", ...(await collect(people.cluster, "fi")) });
    const text = textOfExport("docx", bytes);
    expect(text).toContain("Muutoslomake");
    expect(text).not.toMatch(/Zebrafinch|76[\s.,]?543/);
  });

  test("comes as PDF or for Word, and needs two plans", () => {
    const asked = { projectId: crypto.randomUUID(), audience: "internal", language: "en", document: "amendment" };
    const compare = { from: crypto.randomUUID(), to: "now" };
    const isAccepted = (more: object) => startExportSchema.safeParse({ ...asked, ...more }).success;
    expect([
      isAccepted({ format: "pdf", compare }),
      isAccepted({ format: "csv", compare }),
      isAccepted({ format: "pdf" }),
      isAccepted({ format: "pdf", compare, document: "summary" }),
    ]).toEqual([true, false, false, false]);
  });
});
