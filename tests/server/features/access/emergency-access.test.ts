import { and, eq } from "drizzle-orm";
import { afterEach, beforeEach, describe, expect, test } from "vitest";

import type { Database } from "#server/db/database.ts";
import { changes, emergencyAccesses, mails, notifications } from "#server/db/schema/index.ts";
import { composeMail } from "#server/mail/mail-composer.ts";
import { emergencyLastsMs, freshSignInMs } from "#shared/features/access/access-policy.ts";
import { languages } from "#shared/languages.ts";
import { builtAt } from "#tests/support/build.ts";
import { type Caller, callerOf } from "#tests/support/caller.ts";
import { openTestDatabase } from "#tests/support/database.ts";
import { everyRow } from "#tests/support/every-row.ts";
import { outcomeOf } from "#tests/support/outcome.ts";
import { makeTestParts, type TestParts } from "#tests/support/parts.ts";
import { buildSecretScene, drafts, type SecretScene } from "#tests/server/confidentiality/secret-scene.ts";

const reason = "The backup of Monday has to be compared with it.";

let db: Database;
let parts: TestParts;
let scene: SecretScene;
let now: number;
beforeEach(async () => {
  now = builtAt;
  db = await openTestDatabase({ clock: () => now });
  parts = makeTestParts(db, { clock: () => now });
  scene = await buildSecretScene(db);
});
afterEach(() => parts.remove());

const administrator = (headers: Record<string, string> = {}, signedInAt = now) =>
  callerOf(parts, scene.people.administrator, { headers, signedInAt });
const input = (more: object = {}) => ({
  projectId: scene.project.id,
  organisationId: scene.owners.member.id,
  reason,
  ...more,
});
const asMember = () => administrator({ "x-view-as": scene.participants.member.id });
const showSecret = (caller: Caller) => caller.contribution.show({ id: scene.lines.secret.id });

describe("an administrator", () => {
  test("reads nothing confidential before the access was opened, and for one hour after", async () => {
    expect(await codeOf(showSecret(administrator()))).toBe("NOT_FOUND");
    expect(await codeOf(showSecret(asMember()))).toBe("NOT_FOUND");
    const opened = await administrator().access.open(input());
    expect(opened).toMatchObject({ participantId: scene.participants.member.id, expiresAt: now + emergencyLastsMs });
    expect((await showSecret(asMember())).title).toBe("Zebrafinch licence");
    // Opened is the reading as the member, not the administrator's own.
    expect(await codeOf(showSecret(administrator()))).toBe("NOT_FOUND");
    now += emergencyLastsMs;
    expect(await codeOf(showSecret(asMember()))).toBe("NOT_FOUND");
  });

  test("sees the member's part of this project alone, without its drafts, and writes nothing", async () => {
    await administrator().access.open(input());
    const other = administrator({ "x-view-as": scene.participants.other.id });
    expect(await codeOf(showSecret(other))).toBe("NOT_FOUND");
    const told = JSON.stringify([
      await asMember().update.todo({ projectId: scene.project.id }),
      await asMember().update.list({ projectId: scene.project.id }),
    ]);
    expect([drafts.text, drafts.returnedText].filter((word) => told.includes(word))).toEqual([]);
    const before = await everyRow(db);
    const { id, version } = scene.lines.asked;
    expect(await codeOf(asMember().contribution.agree({ id, version: version + 1 }))).toBe("VIEWING_AS");
    expect(await everyRow(db)).toBe(before);
  });

  test("says why, in twenty characters at least, freshly signed in", async () => {
    const before = await everyRow(db);
    expect(await codeOf(administrator().access.open(input({ reason: "Just because" })))).toBe("BAD_REQUEST");
    expect(await codeOf(administrator().access.open(input({ reason: `  ${"x".repeat(19)}  ` })))).toBe("BAD_REQUEST");
    expect(await codeOf(administrator({}, now - freshSignInMs - 1).access.open(input()))).toBe("REAUTH_REQUIRED");
    expect(await codeOf(administrator().access.open(input({ organisationId: scene.project.id })))).toBe("NOT_FOUND");
    expect(await everyRow(db)).toBe(before);
    await administrator({}, now - freshSignInMs).access.open(input());
    expect(await codeOf(administrator().access.open(input()))).toBe("ALREADY_OPEN");
  });

  test("ends it before its time; nobody else can", async () => {
    const { id } = await administrator().access.open(input());
    expect(await codeOf(callerOf(parts, scene.people.coordinator).access.close({ id }))).toBe("FORBIDDEN");
    await administrator().access.close({ id });
    expect(await codeOf(showSecret(asMember()))).toBe("NOT_FOUND");
    expect(await codeOf(administrator().access.close({ id }))).toBe("NOT_FOUND");
  });
});

describe("the member", () => {
  test("is told at once: its managers in the program and by mail, everybody of it in the history", async () => {
    const { id } = await administrator().access.open(input());
    const told = await db.read.select().from(notifications).where(eq(notifications.kind, "emergency-access"));
    expect(told.map(({ userId }) => userId)).toEqual([scene.people.member.userId]);
    const seen = await callerOf(parts, scene.people.member).notification.list({});
    expect(seen.groups.flatMap(({ items, path }) => items.map(({ kind }) => `${kind} ${path}`))).toContain(
      `emergency-access /organisations/${scene.owners.member.id}`,
    );
    const sent = await db.read.select().from(mails).where(eq(mails.kind, "emergency-access"));
    expect(sent).toHaveLength(1);
    for (const [mail] of [sent])
      for (const language of languages) {
        const letter = mail && (await composeMail(parts, { ...mail, language }));
        expect(letter?.text).toContain(reason);
        expect(letter?.text).toContain(`/organisations/${scene.owners.member.id}`);
      }
    const recorded = await db.read
      .select()
      .from(changes)
      .where(and(eq(changes.entity, "access"), eq(changes.entityId, id)));
    expect(recorded).toMatchObject([
      { action: "opened", confidentialTo: scene.owners.member.id, actorId: scene.people.administrator.userId },
    ]);
  });

  test("finds every access on its page, and nobody but its managers does", async () => {
    const { id } = await administrator().access.open(input());
    const { id: organisationId } = scene.owners.member;
    const listed = (who: keyof SecretScene["people"]) =>
      callerOf(parts, scene.people[who]).access.ofOrganisation({ organisationId });
    expect((await listed("member")).rows).toMatchObject([{ id, reason, isOpen: true, isMine: false }]);
    for (const who of ["viewer", "other", "coordinator", "cluster", "administrator"] as const)
      expect((await listed(who)).rows, who).toBeNull();
    expect((await administrator().access.list()).rows).toMatchObject([{ id, isOpen: true, isMine: true }]);
    expect(await codeOf(callerOf(parts, scene.people.member).access.list())).toBe("FORBIDDEN");
    const choices = await administrator().access.choices({ organisationId });
    expect(choices).toEqual([{ projectId: scene.project.id, acronym: scene.project.acronym }]);
    expect(await administrator().access.choices({ organisationId: scene.owners.invited.id })).toEqual([]);
  });

  test("keeps the list when the access is over", async () => {
    const { id } = await administrator().access.open(input());
    await administrator().access.close({ id });
    const [row] = await db.read.select().from(emergencyAccesses);
    expect(row).toMatchObject({ id, reason, closedAt: now });
    const { rows } = await callerOf(parts, scene.people.member).access.ofOrganisation({
      organisationId: scene.owners.member.id,
    });
    expect(rows).toMatchObject([{ isOpen: false, closedAt: now }]);
  });
});

/** The appCode of a refusal, BAD_REQUEST for an input that was refused, or `done`. */
function codeOf(call: Promise<unknown>): Promise<string> {
  return outcomeOf(
    call.catch((error: unknown) => {
      const { cause, code } = error as { cause?: { appCode?: string }; code: string };
      throw cause?.appCode === undefined ? { appCode: code } : cause;
    }),
  );
}
