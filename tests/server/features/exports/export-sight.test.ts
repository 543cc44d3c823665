import { beforeEach, describe, expect, test } from "vitest";

import type { Database } from "#server/db/database.ts";
import { renderExport } from "#server/exports/render.ts";
import { sightOf } from "#server/exports/sight.ts";
import { collectExport } from "#server/exports/summary-export.ts";
import { loadMembership } from "#server/features/members/membership.ts";
import { type Audience, audiences, exportFormats } from "#shared/features/exports/export-words.ts";
import { projectFileSchema } from "#shared/features/exports/project-file.ts";
import { buildConsortium, type Consortium, type Standpoint } from "#tests/support/build-consortium.ts";
import { buildContribution, buildOffer, buildPeriod, buildUpdate } from "#tests/support/build-contribution.ts";
import { buildStream } from "#tests/support/build-project.ts";
import { openTestDatabase } from "#tests/support/database.ts";
import { loadProjectFile } from "#tests/support/load-project-file.ts";
import { textOfExport } from "#tests/support/text-of-export.ts";

const now = Date.UTC(2026, 10, 23, 9);
/** Words and figures of one confidential line; they must not be found anywhere they do not belong. */
const canaries = ["Zebrafinch", "7777777", "77,777.77", "77 777,77", "Canarybird"];

let db: Database;
let consortium: Consortium;

beforeEach(async () => {
  db = await openTestDatabase();
  consortium = await buildConsortium(db);
  const { project, participants } = consortium;
  const stream = await buildStream(db, project, { number: 1, leadParticipantId: participants.member.id });
  const period = await buildPeriod(db, project);
  for (const owner of ["coordinator", "member", "other"] as const) {
    await buildContribution(db, participants[owner], { streamId: stream.id, title: `Shared line of ${owner}` });
  }
  const secret = await buildContribution(db, participants.member, {
    title: "Zebrafinch licence",
    kind: "technology",
    effortPmHundredths: null,
    quantity: "1",
    unit: "licence",
    valueCents: 7_777_777,
    confidentiality: "coordinator",
  });
  await buildOffer(db, secret, { reason: "Canarybird" });
  await buildUpdate(db, secret, period, { deliveredPmHundredths: null, deliveredCents: 7_777_777, text: "Canarybird" });
});

async function collect(as: Standpoint, audience: Audience) {
  return await db.snapshot(async (snapshot) => {
    const membership = await loadMembership(snapshot, consortium.people[as], consortium.project.id);
    const sight = sightOf(membership, audience);
    return await collectExport(snapshot, { projectId: consortium.project.id, sight, language: "en", now, since: null });
  });
}

async function readAll(as: Standpoint, audience: Audience): Promise<string> {
  const { summary, file } = await collect(as, audience);
  const texts = exportFormats.map(async (format) =>
    textOfExport(format, await renderExport({ format, summary, file })),
  );
  return (await Promise.all(texts)).join("\n");
}

describe("a line confidential to the coordinator", () => {
  test.each(["coordinator", "member"] as const)("is in the internal export of the %s", async (as) => {
    const text = await readAll(as, "internal");
    for (const canary of ["Zebrafinch", "7777777", "Canarybird"]) expect(text).toContain(canary);
  });

  test.each(["other", "invited", "cluster", "reader"] as const)("is in no format of any export of %s", async (as) => {
    for (const audience of audiences) {
      const text = await readAll(as, audience);
      for (const canary of canaries) expect(text, `${audience} ${canary}`).not.toContain(canary);
    }
  });

  test.each(["coordinator", "member"] as const)("is in no export for partners or the public by the %s", async (as) => {
    for (const audience of ["partners", "public"] as const) {
      const text = await readAll(as, audience);
      for (const canary of canaries) expect(text, `${audience} ${canary}`).not.toContain(canary);
    }
  });

  test("makes the totals it could be worked out from confidential", async () => {
    const { summary } = await collect("other", "internal");
    expect(summary.balance.total.value.agreed).toBeNull();
    const rows = summary.balance.byMember ?? [];
    expect(rows.map((row) => [row.name, row.figures.value.agreed])).toEqual([
      ["Lead", 1_000_000],
      ["Mover", null],
      ["Other", 1_000_000],
    ]);
    expect(summary.balance.byKind?.find((row) => row.name === "technology")?.figures.value.agreed).toBeNull();
    expect((await collect("coordinator", "internal")).summary.balance.total.value.agreed).toBe(10_777_777);
  });
});

const secretLine = (of: "coordinator" | "member" | "other" | "invited") =>
  buildContribution(db, consortium.participants[of], { valueCents: 5_000_000, confidentiality: "coordinator" });

async function totals() {
  const partners = await collect("coordinator", "partners");
  const everybody = await collect("coordinator", "public");
  return [partners, everybody].map(({ summary }) => summary.balance.total.value.agreed);
}

describe("the total in a document that is passed on", () => {
  test("is confidential while a member could subtract its own and the shared lines from it", async () => {
    await secretLine("coordinator");
    await secretLine("other");
    // Three members hide something, but each of them knows one part and would learn the sum of two.
    expect(await totals()).toEqual([null, null]);
  });

  test("is told when three others stand behind it from every point of view", async () => {
    for (const of of ["coordinator", "other", "invited"] as const) await secretLine(of);
    expect(await totals()).toEqual([25_777_777, 25_777_777]);
  });
});

describe("an export for the public", () => {
  test("has no figure of a single member, no contact and no line, whoever makes it", async () => {
    const { summary, file } = await collect("coordinator", "public");
    expect(summary.contributions).toBeNull();
    expect(summary.chart).toBeNull();
    expect(summary.balance).toMatchObject({ byMember: null, byStream: null, byKind: null });
    expect([file.contributions, file.updates]).toEqual([[], []]);
    expect(await readAll("coordinator", "public")).not.toContain("Shared line");
  });

  test("names accepted members only", async () => {
    const { summary } = await collect("coordinator", "public");
    expect(summary.members.map((member) => member.name)).toEqual(["Lead", "Mover", "Other"]);
    expect((await collect("coordinator", "internal")).summary.members).toHaveLength(4);
  });
});

describe("the interchange file", () => {
  test.each(audiences)("is what its schema says, for %s", async (audience) => {
    const { file } = await collect("coordinator", audience);
    expect(projectFileSchema.parse(file)).toEqual(file);
  });

  test("written before late reports gave a reason, it is still read", async () => {
    const { file } = await collect("coordinator", "internal");
    const older = { ...file, updates: file.updates.map(({ lateReason: _lateReason, ...update }) => update) };
    expect(file.updates.length).toBeGreaterThan(0);
    const updates = file.updates.map((update) => ({ ...update, lateReason: "" }));
    expect(projectFileSchema.parse(older)).toEqual({ ...file, updates });
  });

  test("holds the whole project: written into another database it gives the same bytes again", async () => {
    const { summary, file } = await collect("coordinator", "internal");
    const bytes = await renderExport({ format: "json", summary, file });
    const elsewhere = await openTestDatabase();
    await loadProjectFile(elsewhere, projectFileSchema.parse(JSON.parse(new TextDecoder().decode(bytes))));
    const options = { projectId: consortium.project.id, language: "en", now, since: null } as const;
    const standing = await db.snapshot((snapshot) =>
      loadMembership(snapshot, consortium.people.coordinator, consortium.project.id),
    );
    const again = await elsewhere.snapshot((snapshot) =>
      collectExport(snapshot, { ...options, sight: sightOf(standing, "internal") }),
    );
    const second = await renderExport({ format: "json", summary: again.summary, file: again.file });
    expect(new TextDecoder().decode(second)).toBe(new TextDecoder().decode(bytes));
    expect(again.summary.balance).toEqual(summary.balance);
  });
});
