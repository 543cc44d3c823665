import { afterAll, beforeAll, describe, expect, test } from "vitest";

import type { Database } from "#server/db/database.ts";
import { sightOf } from "#server/exports/sight.ts";
import { collectExport } from "#server/exports/summary-export.ts";
import { loadMembership } from "#server/features/members/membership.ts";
import { audiences } from "#shared/features/exports/export-words.ts";
import { builtAt } from "#tests/support/build.ts";
import { openTestDatabase } from "#tests/support/database.ts";

import { buildSecretScene, drafts, inside, type Persona, type SecretScene, secrets, trusted } from "./secret-scene.ts";

let db: Database;
let scene: SecretScene;
beforeAll(async () => {
  db = await openTestDatabase();
  scene = await buildSecretScene(db, "public");
});
afterAll(() => db.close());

/** All that any format of an export is made of, with the changes of the project's whole past. */
async function exportedBy(who: Persona): Promise<Map<string, string>> {
  const texts = new Map<string, string>();
  for (const audience of audiences) {
    const collected = await db.snapshot(async (snapshot) => {
      const sight = sightOf(await loadMembership(snapshot, scene.people[who], scene.project.id), audience);
      const since = { seq: 0, at: builtAt };
      return await collectExport(snapshot, { projectId: scene.project.id, sight, language: "en", now: builtAt, since });
    });
    texts.set(audience, JSON.stringify(collected));
  }
  return texts;
}

const { text, cents, returnedText, reworkedCents, returnedNote, earlierNote } = drafts;

describe("exports with all their changes", () => {
  test.each(["coordinator", "coordinatorViewer", "other", "invited", "cluster", "reader", "noSeat"] as const)(
    "%s: nothing that was not meant for this reader",
    async (who) => {
      const isTrusted = trusted.includes(who);
      const isInside = isTrusted || who === "other" || who === "cluster";
      const hidden = [
        text,
        cents,
        returnedText,
        reworkedCents,
        ...(isTrusted ? [] : [returnedNote, earlierNote, ...Object.values(secrets)]),
        ...(isInside ? [] : [inside.reason]),
        ...(isInside || who === "invited" ? [] : [inside.contact]),
      ].map(String);
      for (const [audience, exported] of await exportedBy(who))
        expect(
          hidden.filter((word) => exported.includes(word)),
          audience,
        ).toEqual([]);
    },
  );

  test("what is handed on holds no confidential word, whoever makes it", async () => {
    const all = [...Object.values(secrets), ...Object.values(drafts), ...Object.values(inside)].map(String);
    for (const who of ["coordinator", "member"] as const) {
      const exported = await exportedBy(who);
      for (const audience of ["partners", "public"] as const)
        expect(
          all.filter((word) => exported.get(audience)?.includes(word)),
          `${who} ${audience}`,
        ).toEqual([]);
      expect(exported.get("internal")).toContain(secrets.title);
    }
  });
});
