import { mkdtempSync, rmSync } from "node:fs";
import { tmpdir } from "node:os";
import { join } from "node:path";

import { eq } from "drizzle-orm";
import { describe, expect, onTestFinished, test } from "vitest";

import { dialect } from "#server/db/dialect.ts";
import { mailPreferences, mails, partLinks, seats, users } from "#server/db/schema/index.ts";
import { unsubscribePath } from "#server/features/accounts/unsubscribe-token.ts";
import { runReportingCycle } from "#server/features/reporting/reporting-cycle.ts";
import { startMailQueue } from "#server/mail/mail-queue.ts";
import { startTestApp } from "#tests/support/app.ts";
import { buildConsortium } from "#tests/support/build-consortium.ts";
import { buildContribution, buildPeriod, buildUpdate } from "#tests/support/build-contribution.ts";
import { fresh } from "#tests/support/build.ts";
import { parseMail } from "#tests/support/outbox.ts";
import { startSmtp } from "#tests/support/smtp.ts";
import { setUp, startServerProcess } from "#tests/support/spawned-server.ts";

/** An hour of a day in Helsinki summer time. */
const at = (day: string, hour = 8) => Date.parse(`${day}T00:00:00Z`) + (hour - 3) * 3_600_000;
const canaries = ["Zebrafinch", "Axolotl", "Quokka", "123456789", "1 234 567", "1,234,567"];

/** The whole program with a moved clock, its mail queue and an SMTP server; a consortium with a confidential line. */
async function openStage() {
  const smtp = await startSmtp();
  const clock = { now: at("2026-06-01") };
  const app = await startTestApp({ clock: () => clock.now, environment: { SMTP_URL: smtp.url } });
  const { parts } = app;
  const queue = startMailQueue(parts, 3_600_000);
  onTestFinished(() => queue.close());
  const scene = await buildConsortium(parts.db);
  const period = await buildPeriod(parts.db, scene.project, { dueOn: "2026-07-30" });
  const line = await buildContribution(parts.db, scene.participants.member, {
    title: "Zebrafinch licence",
    basisNote: "Axolotl note",
    valueCents: 123_456_789,
    confidentiality: "coordinator",
  });
  const addressOf = async (userId: string) =>
    (await parts.db.read.select({ email: users.email }).from(users).where(eq(users.id, userId)))[0]!.email;
  /** The mails that leave when the cycle runs at an instant. */
  const mailsAt = async (now: number) => {
    clock.now = now;
    const before = smtp.state.arrived.length;
    await runReportingCycle(parts);
    await queue.flush();
    const arrived = smtp.state.arrived.slice(before);
    return Promise.all(arrived.map(async ({ to, raw }) => ({ ...(await parseMail(raw)), to: to[0] })));
  };
  return { app, parts, clock, queue, scene, period, line, addressOf, mailsAt };
}

const unsubscribeUrl = (raw: string) =>
  /^List-Unsubscribe: <([^>]+)>/m.exec(raw.replaceAll(/\r\n[ \t]+/g, " "))?.[1]?.replaceAll(" ", "") ?? "";

describe("the mail that asks for reports", () => {
  test("opens, reminds before and after, says nothing confidential, ends by one click and comes again when wanted", async () => {
    const { app, scene, addressOf, mailsAt } = await openStage();
    const member = scene.people.member;
    const [opening, ...others] = await mailsAt(at("2026-06-30"));
    expect(others).toEqual([]);
    expect(opening).toMatchObject({
      to: await addressOf(member.userId),
      subject: "Reports asked of you, due July 30, 2026",
    });
    expect(opening?.text).toContain(
      `- ${scene.project.acronym} · Mover · period 1 · due July 30, 2026 · lines to report: 1`,
    );
    expect(opening?.html).toContain("<li>");
    for (const canary of canaries) expect(`${opening?.text}${opening?.html}`).not.toContain(canary);
    // The link opens this part without signing in.
    expect(/\/part#(p[\w-]{32})/.exec(opening?.text ?? "")?.[1]).toBeDefined();
    expect(await mailsAt(at("2026-06-30", 12))).toEqual([]);
    expect(await mailsAt(at("2026-07-23"))).toHaveLength(1);
    const [after] = await mailsAt(at("2026-07-31"));
    expect(after?.raw).toMatch(/^List-Unsubscribe-Post: List-Unsubscribe=One-Click\r?$/m);
    const url = unsubscribeUrl(after?.raw ?? "");
    expect(url.startsWith(`${app.url}/unsubscribe?token=requests.`)).toBe(true);
    // A mail program posts without cookie, Origin or any header of ours; opening the page ends nothing.
    expect((await fetch(url)).status).not.toBe(403);
    expect(await app.parts.db.read.$count(mailPreferences)).toBe(0);
    const clicked = await fetch(url, {
      method: "POST",
      headers: { "content-type": "application/x-www-form-urlencoded", origin: "https://mail.example" },
      body: "List-Unsubscribe=One-Click",
    });
    expect(clicked.status).toBe(200);
    expect(await mailsAt(at("2026-08-06"))).toEqual([]);
    const visitor = await app.visitorOf(member);
    const chosen = await visitor.api.me.mailPreferences.query();
    expect(chosen).toMatchObject({ wantsRequests: false, wantsMentions: true, version: 1 });
    await visitor.api.me.reviseMailPreferences.mutate({ version: 1, patch: { wantsRequests: true } });
    expect(await mailsAt(at("2026-08-13"))).toHaveLength(1);
  });

  test("two projects and two organisations of one person come in one mail, in the person's language", async () => {
    const { parts, scene, addressOf, mailsAt } = await openStage();
    const { userId } = scene.people.member;
    const second = await buildConsortium(parts.db);
    await buildPeriod(parts.db, second.project, { dueOn: "2026-07-15" });
    await buildContribution(parts.db, second.participants.other);
    await parts.db.housekeep(async (tx) => {
      await tx.insert(seats).values({ ...fresh(), userId, organisationId: second.owners.other.id, role: "editor" });
      await tx.update(users).set({ language: "fi" }).where(eq(users.id, userId));
    });
    const arrived = await mailsAt(at("2026-06-30"));
    const mine = arrived.filter((mail) => mail.subject.includes("Sinulta"));
    expect(mine).toHaveLength(1);
    expect(mine[0]?.to).toBe(await addressOf(userId));
    expect(mine[0]?.text).toContain(`- ${second.project.acronym} · Other · kausi 1 · määräpäivä 15. heinäkuuta 2026`);
    expect(mine[0]?.text).toContain(`- ${scene.project.acronym} · Mover · kausi 1 · määräpäivä 30. heinäkuuta 2026`);
    // Several parts: no link that opens only one of them.
    expect(mine[0]?.text).not.toContain("/part#");
    expect(mine[0]?.text.indexOf(second.project.acronym)).toBeLessThan(
      mine[0]?.text.indexOf(scene.project.acronym) ?? 0,
    );
  });

  test("what came in before the mail left is not asked for, and a server that was down sends one mail", async () => {
    const { parts, clock, queue, period, line, mailsAt } = await openStage();
    await queue.close();
    await runReportingCycle({ db: parts.db, clock: () => (clock.now = at("2026-06-30")) });
    await runReportingCycle({ db: parts.db, clock: () => (clock.now = at("2026-07-23")) });
    expect(await parts.db.read.$count(mails)).toBe(1);
    await buildUpdate(parts.db, line, period, { state: "submitted" });
    const later = startMailQueue(parts, 3_600_000);
    onTestFinished(() => later.close());
    await later.flush();
    expect(await parts.db.read.$count(mails)).toBe(0);
    expect(await parts.db.read.$count(partLinks)).toBe(0);
    expect(await mailsAt(at("2026-07-29"))).toEqual([]);
  });
});

describe("the address that ends mails", () => {
  test("takes only what this installation signed, for this person and this topic", async () => {
    const { app, parts, scene } = await openStage();
    const { userId } = scene.people.member;
    const post = async (path: string) => (await fetch(app.url + path, { method: "POST" })).status;
    const path = unsubscribePath(parts.settings.secret, { userId, topic: "requests" });
    const forged = [
      "/unsubscribe",
      "/unsubscribe?token=",
      path.replace("requests", "mentions"),
      path.replace(userId, scene.people.other.userId),
      `${path}x`,
      path.slice(0, -1),
      unsubscribePath("another secret of another installation", { userId, topic: "requests" }),
      unsubscribePath(parts.settings.secret, { userId: "0190b7a0-0000-7000-8000-000000000000", topic: "requests" }),
    ];
    for (const each of forged) expect(await post(each)).toBe(404);
    expect(await parts.db.read.$count(mailPreferences)).toBe(0);
    expect(await post(path)).toBe(200);
    expect(await post(path)).toBe(200);
    expect(await parts.db.read.select().from(mailPreferences)).toMatchObject([
      { userId, wantsRequests: false, wantsMentions: true, wantsDigest: true },
    ]);
    // The exemption is this one address: the program itself still refuses what other sites send.
    const foreign = await fetch(`${app.url}/api/trpc/me.reviseMailPreferences`, {
      method: "POST",
      headers: { "content-type": "application/json", origin: "https://evil.example" },
      body: "{}",
    });
    expect(foreign.status).toBe(403);
  });
});

// One server process for each database is enough; PostgreSQL needs another way to be reached.
test.skipIf(dialect === "postgres")(
  "a started server asks by itself, and ends it by one click",
  { timeout: 120_000 },
  async () => {
    const smtp = await startSmtp();
    const folder = mkdtempSync(join(tmpdir(), "consortia-cycle-"));
    onTestFinished(() => rmSync(folder, { recursive: true, force: true }));
    const startAt = (now: number) =>
      startServerProcess(folder, {
        environment: { SMTP_URL: smtp.url, CONSORTIA_CLOCK: String(now), LOG_LEVEL: "warn" },
      });
    const first = await startAt(at("2026-06-01"));
    const ada = await setUp(first);
    const project = await ada.api.project.create.mutate({
      acronym: "HARBOUR",
      title: "Warm harbour",
      startOn: "2026-01-01",
      durationMonths: 24,
    });
    const { rows } = await ada.api.participant.list.query({ projectId: project.id });
    const line = await ada.api.contribution.propose.mutate({
      projectId: project.id,
      participantId: rows[0]!.id,
      streamId: null,
      kind: "cash",
      title: "Zebrafinch licence",
      confidentiality: "coordinator",
      terms: {
        effortPmHundredths: null,
        quantity: null,
        unit: null,
        valueCents: 123_456_789,
        basis: "own-cost",
        basisNote: "",
        fromMonth: 1,
        toMonth: 12,
      },
    });
    if (line.state !== "agreed") await ada.api.contribution.agree.mutate({ id: line.id, version: line.version });
    for (const status of ["planning", "submitted", "running"] as const) {
      const shown = await ada.api.project.show.query({ projectId: project.id });
      if (shown.status !== status)
        await ada.api.project.changeStatus.mutate({ id: project.id, version: shown.version, status });
    }
    expect(await first.stop("SIGTERM")).toMatchObject({ code: 0 });
    expect(smtp.state.arrived).toEqual([]);
    const second = await startAt(at("2026-06-30"));
    await expect.poll(() => smtp.state.arrived.length, { timeout: 15_000 }).toBe(1);
    const mail = await parseMail(smtp.state.arrived[0]?.raw ?? "");
    expect(mail).toMatchObject({ to: "ada@example.test" });
    expect(mail.text).toContain("- HARBOUR · Harbour Cluster · period 1 · due July 30, 2026 · lines to report: 1");
    for (const canary of canaries) expect(`${mail.text}${mail.html}`).not.toContain(canary);
    // After the click it stays silent, also on the next day that asks; a stop waits for the cycle the start began.
    const path = new URL(unsubscribeUrl(mail.raw));
    const clicked = await fetch(second.url + path.pathname + path.search, { method: "POST" });
    expect(clicked.status).toBe(200);
    await second.stop("SIGTERM");
    const third = await startAt(at("2026-07-23"));
    await third.stop("SIGTERM");
    const subjects = await Promise.all(smtp.state.arrived.map(async ({ raw }) => (await parseMail(raw)).subject));
    expect(subjects.filter((subject) => subject.startsWith("Reports asked"))).toHaveLength(1);
  },
);
