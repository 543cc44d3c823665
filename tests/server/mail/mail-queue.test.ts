import { eq } from "drizzle-orm";
import { describe, expect, onTestFinished, test } from "vitest";

import { mails, users } from "#server/db/schema/index.ts";
import { queueMail, startMailQueue } from "#server/mail/mail-queue.ts";
import { writeLetter } from "#server/mail/mail-template.ts";
import { mailKinds } from "#shared/features/accounts/account-words.ts";
import { languages } from "#shared/languages.ts";
import { buildPerson } from "#tests/support/build-person.ts";
import { openTestDatabase } from "#tests/support/database.ts";
import { parseMail, readOutbox } from "#tests/support/outbox.ts";
import { makeTestParts } from "#tests/support/parts.ts";
import { startSmtp } from "#tests/support/smtp.ts";

const start = Date.UTC(2026, 2, 2, 9);
const minute = 60_000;

async function openStage(environment: Record<string, string> = {}) {
  const clock = { now: start };
  const db = await openTestDatabase({ clock: () => clock.now });
  const parts = makeTestParts(db, {
    clock: () => clock.now,
    environment: { BASE_URL: "https://consortia.example", ...environment },
  });
  onTestFinished(() => parts.remove());
  const queue = startMailQueue(parts, 3_600_000);
  onTestFinished(() => queue.close());
  const { userId } = await buildPerson(db);
  const [person] = await db.read.select({ email: users.email }).from(users).where(eq(users.id, userId));
  return { clock, db, parts, queue, to: person?.email ?? "" };
}

const seatGiven = (to: string, organisation = "Теплосеть ООО") =>
  ({
    kind: "seat-given",
    to,
    language: "ru",
    params: { organisation, role: "editor", inviter: "Marja <b>Niemi</b>" },
  }) as const;

describe("sending by SMTP", () => {
  test("a mail leaves after the commit, readable in text and HTML, with nothing of a person as markup", async () => {
    const smtp = await startSmtp();
    const { db, queue, to } = await openStage({ SMTP_URL: smtp.url, MAIL_FROM: "Consortia <robot@consortia.example>" });
    await db.housekeep((tx) => queueMail(tx, seatGiven(to)));
    await queue.flush();
    expect(smtp.state.arrived).toHaveLength(1);
    const [arrived] = smtp.state.arrived;
    expect(arrived).toMatchObject({ from: "robot@consortia.example", to: [to] });
    const mail = await parseMail(arrived?.raw ?? "");
    expect(mail.subject).toBe("Теперь вы можете действовать от имени Теплосеть ООО");
    expect(mail.text).toContain("роль — редактор (добавил пользователь Marja <b>Niemi</b>)");
    expect(mail.html).toContain("Marja &lt;b&gt;Niemi&lt;/b&gt;");
    expect(mail.html).not.toContain("<b>");
    expect(mail.text).toContain("https://consortia.example/");
    expect(mail.raw).toMatch(/^Auto-Submitted: auto-generated\r?$/m);
    expect(mail.raw).toMatch(/^Message-ID: <[0-9a-f-]{36}@consortia\.example>\r?$/m);
  });

  test("a transaction that fails sends nothing", async () => {
    const smtp = await startSmtp();
    const { db, queue, to } = await openStage({ SMTP_URL: smtp.url });
    const failed = db.housekeep(async (tx) => {
      await queueMail(tx, seatGiven(to));
      throw new Error("changed my mind");
    });
    await expect(failed).rejects.toThrow("changed my mind");
    await queue.flush();
    expect(smtp.state.arrived).toEqual([]);
    expect(await db.read.$count(mails)).toBe(0);
  });

  test("a server that refuses is asked again later, each time later, and given up at last", async () => {
    const smtp = await startSmtp();
    smtp.state.refuses = true;
    const { clock, db, queue, to } = await openStage({ SMTP_URL: smtp.url });
    await db.housekeep((tx) => queueMail(tx, seatGiven(to)));
    const waits: number[] = [];
    for (;;) {
      await queue.flush();
      const [row] = await db.read.select().from(mails);
      expect(row?.lastError).toContain("451 come back later");
      expect(row?.sentAt).toBeNull();
      if (row?.nextAttemptAt === null || row === undefined) break;
      waits.push((row.nextAttemptAt - clock.now) / minute);
      clock.now = row.nextAttemptAt - 1;
      await queue.flush();
      expect((await db.read.select().from(mails))[0]?.attempts).toBe(waits.length);
      clock.now += 1;
    }
    expect(waits).toEqual([1, 5, 15, 60, 180, 360, 720, 1440]);
    smtp.state.refuses = false;
    await db.housekeep((tx) => queueMail(tx, seatGiven(to, "Alpha")));
    await queue.flush();
    const subjects = await Promise.all(smtp.state.arrived.map(async ({ raw }) => (await parseMail(raw)).subject));
    expect(subjects).toEqual(["Теперь вы можете действовать от имени Alpha"]);
  });

  test("what an earlier run left behind is sent by the next one, once", async () => {
    const smtp = await startSmtp();
    const { db, parts, queue, to } = await openStage({ SMTP_URL: smtp.url });
    await queue.close();
    await db.housekeep((tx) => queueMail(tx, seatGiven(to)));
    expect(smtp.state.arrived).toEqual([]);
    const queues = [startMailQueue(parts, 3_600_000), startMailQueue(parts, 3_600_000)];
    await Promise.all(queues.map((each) => each.flush()));
    await Promise.all(queues.map((each) => each.close()));
    expect(smtp.state.arrived).toHaveLength(1);
  });
});

describe("letters", () => {
  test("names cannot add headers, and braces in them are no places of the template", async () => {
    const { db, parts, queue, to } = await openStage();
    await db.housekeep((tx) =>
      queueMail(tx, seatGiven(to, "Evil\r\nBcc: victim@example.test\r\n\r\n{inviter} {email}")),
    );
    await queue.flush();
    const mail = (await readOutbox(parts.settings.dataDirectory))[0]!;
    expect(mail.subject).toBe("Теперь вы можете действовать от имени Evil Bcc: victim@example.test {inviter} {email}");
    expect(mail.raw).not.toMatch(/^bcc:/im);
    expect(mail.to).toBe(to);
  });

  test("a link is made when the mail leaves and is stored nowhere", async () => {
    const { db, parts, queue, to } = await openStage();
    await db.housekeep((tx) =>
      queueMail(tx, {
        kind: "welcome",
        to,
        language: "en",
        params: { organisation: "Alpha", role: "viewer", inviter: "Marja" },
      }),
    );
    await queue.flush();
    const mail = (await readOutbox(parts.settings.dataDirectory))[0]!;
    const token = /https:\/\/consortia\.example\/reset\?token=(w[\w-]{32})/.exec(mail.text ?? "")?.[1];
    expect(token).toBeDefined();
    expect(mail.html).toContain(`href="https://consortia.example/reset?token=${token}"`);
    // In the outbox it can be copied from the file as it is.
    expect(mail.raw).toContain(`X-Link:\r\n https://consortia.example/reset?token=${token}\r\n`);
    expect(JSON.stringify(await db.read.select().from(mails))).not.toContain(token);
  });

  test("every mail exists in every language, with all its values in place", () => {
    const params = {
      installation: "NCC",
      organisation: "Alpha",
      role: "manager",
      inviter: "Marja",
      email: "a@example.test",
    };
    for (const kind of mailKinds) {
      const subjects = languages.map((language) => {
        const { subject, text, html } = writeLetter({ kind, language, params, link: "https://consortia.example/x" });
        expect(`${subject}${text}${html}`).not.toMatch(/[{}](?![^<]*<\/style>)/);
        expect(text).toContain("https://consortia.example/x");
        expect(html).toContain(`<html lang="${language}">`);
        return subject;
      });
      expect(new Set(subjects).size).toBe(languages.length);
    }
  });
});
