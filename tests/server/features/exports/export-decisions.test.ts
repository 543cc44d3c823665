import { expect, test } from "vitest";

import { renderExport } from "#server/exports/render.ts";
import { sightOf } from "#server/exports/sight.ts";
import { collectExport } from "#server/exports/summary-export.ts";
import { loadMembership } from "#server/features/members/membership.ts";
import { type Audience, audiences, exportFormats } from "#shared/features/exports/export-words.ts";
import { buildConsortium, type Standpoint } from "#tests/support/build-consortium.ts";
import { buildDecision } from "#tests/support/build-decision.ts";
import { builtAt } from "#tests/support/build.ts";
import { openTestDatabase } from "#tests/support/database.ts";
import { textOfExport } from "#tests/support/text-of-export.ts";

const result = {
  yesBp: 6_667,
  noBp: 3_333,
  abstainBp: 0,
  absentBp: 0,
  tally: { yes: 2, no: 1, abstain: 0, absent: 0 },
  quorumReached: true,
  accepted: true,
  leftIds: [],
};

test("closed votes stand with their frozen results in every summary of members, never in what the public reads", async () => {
  const db = await openTestDatabase();
  const { project, people } = await buildConsortium(db);
  const closed = { state: "closed", openedAt: builtAt, closedAt: builtAt, result } as const;
  await buildDecision(db, project, { title: "Shall we build in Lahti?", ...closed });
  await buildDecision(db, project, { title: "Serval question", state: "open", openedAt: builtAt });
  const collect = (who: Standpoint, audience: Audience) =>
    db.snapshot(async (snapshot) => {
      const sight = sightOf(await loadMembership(snapshot, people[who], project.id), audience);
      return collectExport(snapshot, { projectId: project.id, sight, language: "en", now: builtAt, since: null });
    });
  const listed = async (who: Standpoint) => {
    const found = await Promise.all(
      audiences.map(async (audience) => [audience, await collect(who, audience)] as const),
    );
    return found.flatMap(([audience, { summary }]) => (summary.decisions?.length === 1 ? [audience] : []));
  };
  for (const who of ["coordinator", "member", "viewer", "cluster"] as const)
    expect(await listed(who), who).toEqual(["internal", "partners"]);
  for (const who of ["invited", "reader"] as const) expect(await listed(who), who).toEqual([]);
  const { summary, file } = await collect("member", "partners");
  for (const format of exportFormats.filter((each) => each !== "json")) {
    const text = textOfExport(format, await renderExport({ format, summary, file }));
    expect(text, format).toContain("Shall we build in Lahti?");
    expect(text, format).not.toContain("Serval question");
  }
});
