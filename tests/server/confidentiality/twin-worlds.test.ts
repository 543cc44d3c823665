import { asc } from "drizzle-orm";
import { afterAll, beforeAll, describe, expect, test } from "vitest";

import { changes, mails, users } from "#server/db/schema/index.ts";
import { exportFileName } from "#server/exports/file-name.ts";
import { renderExport } from "#server/exports/render.ts";
import { sightOf } from "#server/exports/sight.ts";
import { collectExport } from "#server/exports/summary-export.ts";
import { readableEvents } from "#server/features/changes/change-stream.ts";
import { proposeContribution } from "#server/features/contributions/contribution-service.ts";
import { agreeContribution } from "#server/features/contributions/offer-service.ts";
import { loadMembership } from "#server/features/members/membership.ts";
import { composeMail } from "#server/mail/mail-composer.ts";
import { audiences, exportFormats } from "#shared/features/exports/export-words.ts";
import { languages } from "#shared/languages.ts";
import { builtAt } from "#tests/support/build.ts";
import { actAs } from "#tests/support/build-consortium.ts";
import { makeTestPlace, openTestPlace } from "#tests/support/database.ts";

import { mutationCases, ownAffairs } from "./mutation-cases.ts";
import {
  buildSecretScene,
  drafts,
  type Persona,
  personas,
  type SecretScene,
  secrets,
  trusted,
} from "./secret-scene.ts";
import {
  answerTo,
  copyWith,
  differing,
  everythingSent,
  everythingTold,
  exchangeOf,
  openWorld,
  sessionIn,
  type World,
} from "./twin-world.ts";

const own: readonly Persona[] = ["member", "viewer"];
const untrusted = personas.filter((who) => !trusted.includes(who));
const notOwn = personas.filter((who) => !own.includes(who));
/** What readers of an open project may do; it would write, and is no refusal. */
const openToReaders = new Set(["calendar.open", "calendar.revoke", "export.start", "notification.choose"]);
/** Whoever reads the project at all. */
const readers: readonly Persona[] = ["other", "otherViewer", "invited", "cluster", "clusterViewer", "reader", "noSeat"];

let scene: SecretScene;
let token: string;
let first: World;
/** The same, but for what the member confided and wrote; but for what it has not handed in alone; and with a line more. */
let confided: World;
let drafted: World;
let longer: World;
let told: Map<string, string>;

beforeAll(async () => {
  const place = await makeTestPlace();
  if (place.file === undefined) throw new Error("twins are copies of a file");
  const db = await openTestPlace(place, { clock: () => builtAt });
  scene = await buildSecretScene(db, "public");
  token = await sessionIn(db, scene.people.other);
  await db.close();
  const { text, cents, returnedText, reworkedCents, file } = drafts;
  const file1 = { ...place, file: place.file };
  first = await openWorld(await copyWith(file1, []));
  confided = await openWorld(await copyWith(file1, exchangeOf({ ...secrets, ...drafts })));
  drafted = await openWorld(await copyWith(file1, exchangeOf({ text, cents, returnedText, reworkedCents, file })));
  longer = await openWorld(await copyWith(file1, []));
  told = await everythingTold(first, scene);
}, 120_000);
afterAll(async () => {
  for (const { db, parts } of [first, confided, drafted, longer]) {
    await db.close();
    await parts.remove();
  }
});

describe("two worlds that differ in what one member confided", () => {
  test(
    "answer every query alike to all who may not know, and differently to those who may",
    { timeout: 120_000 },
    async () => {
      const other = await everythingTold(confided, scene);
      expect(differing(told, other, untrusted)).toEqual([]);
      expect(differing(told, other, trusted).length).toBeGreaterThan(20);
    },
  );

  test("refuse every mutation alike, word by word", { timeout: 120_000 }, async () => {
    const differ: string[] = [];
    for (const [path, { input, allowed }] of Object.entries(mutationCases(scene, scene.reports.returned))) {
      if (ownAffairs.some((prefix) => path.startsWith(prefix)) || openToReaders.has(path)) continue;
      for (const who of untrusted.filter((persona) => !allowed.includes(persona))) {
        const [left, right] = [
          await answerTo(first.parts, scene.people[who], path, input),
          await answerTo(confided.parts, scene.people[who], path, input),
        ];
        if (left !== right) differ.push(`${who} ${path}: ${left} and ${right}`);
      }
    }
    expect(differ).toEqual([]);
  });

  test("send the same statuses, headers, lengths and bodies over the wire", { timeout: 120_000 }, async () => {
    const [left, right] = [await everythingSent(first, scene, token), await everythingSent(confided, scene, token)];
    expect([...left].filter(([question, answer]) => right.get(question) !== answer)).toEqual([]);
    expect([...left.values()].filter((answer) => answer.startsWith("200")).length).toBeGreaterThan(60);
  });

  test("tell the same live events", async () => {
    for (const who of untrusted) expect(await eventsFor(first, who), who).toBe(await eventsFor(confided, who));
  });

  test("send the same mails", async () => {
    const known = new Set(untrusted.map((who) => scene.people[who].userId));
    const [left, right] = [await mailsTo(first, known), await mailsTo(confided, known)];
    expect(right).toEqual(left);
  });

  test(
    "export the same models, file names and bytes, in every format, audience and language",
    { timeout: 240_000 },
    async () => {
      const differ: string[] = [];
      for (const who of readers)
        for (const audience of audiences)
          for (const language of languages) {
            const [left, right] = [
              await exported(first, who, audience, language),
              await exported(confided, who, audience, language),
            ];
            if (JSON.stringify(left) !== JSON.stringify(right)) differ.push(`${who} ${audience} ${language}`);
            if (who !== "other") continue;
            for (const format of exportFormats) {
              const [bytes, others] = [
                await renderExport({ format, ...left }),
                await renderExport({ format, ...right }),
              ];
              if (Buffer.compare(bytes, others) !== 0) differ.push(`${who} ${audience} ${language} ${format}`);
              if (exportFileName(format, left.summary) !== exportFileName(format, right.summary)) differ.push(format);
            }
          }
      expect(differ).toEqual([]);
    },
  );
});

describe("two worlds that differ in what one member has not handed in", () => {
  test("answer every query alike to everybody else, the coordinator too", { timeout: 120_000 }, async () => {
    const other = await everythingTold(drafted, scene);
    expect(differing(told, other, notOwn)).toEqual([]);
    expect(differing(told, other, own).length).toBeGreaterThan(2);
  });
});

describe("two worlds of which one has a confidential line more", () => {
  test("answer alike but for the numbers of the history", { timeout: 120_000 }, async () => {
    const { people, participants, project, stream } = scene;
    const line = await actAs(longer.db, people.member, (tx) =>
      proposeContribution(tx, people.member, {
        projectId: project.id,
        participantId: participants.member.id,
        streamId: stream.id,
        kind: "cash",
        title: "One more",
        confidentiality: "coordinator",
        terms: {
          effortPmHundredths: null,
          quantity: null,
          unit: null,
          valueCents: 50_000_000,
          basis: "own-cost",
          basisNote: "",
          fromMonth: 1,
          toMonth: 12,
        },
      }),
    );
    await actAs(longer.db, people.coordinator, (tx) =>
      agreeContribution(tx, people.coordinator, { id: line.id, version: line.version }),
    );
    const other = await everythingTold(longer, scene);
    expect(differing(told, other, untrusted)).toEqual([]);
    expect(differing(told, other, trusted).length).toBeGreaterThan(20);
    for (const who of untrusted) expect(await eventsFor(first, who), who).toBe(await eventsFor(longer, who));
  });
});

async function eventsFor({ db }: World, who: Persona): Promise<string> {
  const rows = await db.read.select().from(changes).orderBy(asc(changes.seq));
  return JSON.stringify(await readableEvents(db.read, scene.people[who], rows));
}

async function mailsTo({ db, parts }: World, known: ReadonlySet<string>) {
  const people = await db.read.select({ id: users.id, email: users.email }).from(users);
  const addresses = new Set(people.filter(({ id }) => known.has(id)).map(({ email }) => email));
  const rows = await db.read.select().from(mails).orderBy(asc(mails.id));
  const due = rows.filter((row) => addresses.has(row.to));
  return Promise.all(due.map(async (row) => ({ row, letter: await composeMail(parts, row) })));
}

async function exported(
  { db }: World,
  who: Persona,
  audience: (typeof audiences)[number],
  language: (typeof languages)[number],
) {
  const { summary, file } = await db.snapshot(async (snapshot) => {
    const sight = sightOf(await loadMembership(snapshot, scene.people[who], scene.project.id), audience);
    const since = { seq: 0, at: builtAt };
    return await collectExport(snapshot, { projectId: scene.project.id, sight, language, now: builtAt, since });
  });
  return { summary, file };
}
