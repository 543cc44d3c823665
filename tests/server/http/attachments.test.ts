import { createHash } from "node:crypto";
import { existsSync, readdirSync, rmSync } from "node:fs";
import { request } from "node:http";
import path from "node:path";

import { zipSync } from "fflate";
import sharp from "sharp";
import { describe, expect, test } from "vitest";

import { attachments, changes, periods } from "#server/db/schema/index.ts";
import type { Attachment } from "#shared/features/reporting/attachment.ts";
import { attachmentLimits } from "#shared/features/reporting/attachment-words.ts";
import { startTestApp, type TestApp } from "#tests/support/app.ts";
import { buildConsortium } from "#tests/support/build-consortium.ts";
import { buildContribution, buildPeriod, buildUpdate } from "#tests/support/build-contribution.ts";
import type { Visitor } from "#tests/support/visitor.ts";

const pdf = Buffer.from("%PDF-1.4\n1 0 obj<<>>endobj\ntrailer<<>>\n%%EOF\n");

async function stage(overrides: Parameters<typeof buildUpdate>[3] = {}) {
  const app = await startTestApp();
  const { db } = app.parts;
  const scene = await buildConsortium(db);
  const line = await buildContribution(db, scene.participants.member);
  const period = await buildPeriod(db, scene.project);
  const report = await buildUpdate(db, line, period, { state: "draft", ...overrides });
  const member = await app.visitorOf(scene.people.member);
  return { app, db, scene, line, period, report, member };
}

type Sent = [name: string, bytes: Uint8Array];

function send(visitor: Visitor, updateId: string, files: readonly Sent[]): Promise<Response> {
  const body = new FormData();
  for (const [name, bytes] of files) body.append("file", new Blob([bytes as Uint8Array<ArrayBuffer>]), name);
  return visitor.fetch(`/api/updates/${updateId}/attachments`, { method: "POST", body });
}

async function outcome(answer: Response): Promise<string> {
  const { error } = (await answer.json()) as { error: { data: { appCode: string } } };
  return `${answer.status} ${error.data.appCode}`;
}

const keptFiles = (app: TestApp): string[] => {
  const folder = path.join(app.parts.settings.dataDirectory, "files");
  if (!existsSync(folder)) return [];
  return readdirSync(folder, { recursive: true, withFileTypes: true })
    .filter((entry) => entry.isFile())
    .map((entry) => entry.name);
};

async function rowsOf(answer: Response): Promise<Attachment[]> {
  expect(answer.status).toBe(200);
  return ((await answer.json()) as { rows: Attachment[] }).rows;
}

describe("evidence", () => {
  test("is the member's own until its report is handed in, then everybody's who reads the report", async () => {
    const { app, scene, report, member } = await stage();
    const [file] = await rowsOf(await send(member, report.id, [["Käyttöönotto Тест.pdf", pdf]]));
    const address = `/api/attachments/${file?.id}/file`;
    const coordinator = await app.visitorOf(scene.people.coordinator);
    expect((await coordinator.fetch(address)).status).toBe(404);
    expect(JSON.stringify(await app.parts.db.read.select().from(changes))).not.toContain("Käyttöönotto");

    await member.api.update.submit.mutate({ id: report.id, version: report.version });
    const given = await coordinator.fetch(address);
    expect(Buffer.from(await given.arrayBuffer()).equals(pdf)).toBe(true);
    expect(Object.fromEntries(given.headers)).toMatchObject({
      "content-type": "application/pdf",
      "content-disposition": expect.stringMatching(
        /^attachment; filename="K_ytt__notto ____\.pdf"; filename\*=UTF-8''K%C3%A4/,
      ),
      "content-security-policy": "default-src 'none'; sandbox",
      "cross-origin-resource-policy": "same-origin",
      "x-content-type-options": "nosniff",
      "cache-control": "no-store",
    });
    const { rows, may } = await coordinator.api.attachment.list.query({ updateId: report.id });
    expect(rows.map(({ fileName, sha256 }) => [fileName, sha256])).toEqual([
      ["Käyttöönotto Тест.pdf", createHash("sha256").update(pdf).digest("hex")],
    ]);
    expect(may.add).toBe(false);
    expect(await outcome(await send(member, report.id, [["more.pdf", pdf]]))).toBe("403 FORBIDDEN");
    const outsider = await app.visitorOf(scene.people.outsider);
    const [foreign, unknown] = await Promise.all([
      outsider.fetch(address),
      outsider.fetch("/api/attachments/0190b7a0-0000-7000-8000-000000000000/file"),
    ]);
    const withoutId = async (answer: Response) => (await answer.text()).replace(/"requestId":"[^"]+"/, "");
    expect([foreign.status, await withoutId(foreign)]).toEqual([unknown.status, await withoutId(unknown)]);
  });

  test("of a confidential line is for its member and the coordinator alone", async () => {
    const { app, db, scene, period } = await stage();
    const line = await buildContribution(db, scene.participants.member, { confidentiality: "coordinator" });
    const report = await buildUpdate(db, line, period, { state: "draft" });
    const member = await app.visitorOf(scene.people.member);
    const [file] = await rowsOf(await send(member, report.id, [["secret.pdf", pdf]]));
    await member.api.update.submit.mutate({ id: report.id, version: report.version });
    const statuses: Record<string, number> = {};
    for (const who of ["coordinator", "other", "cluster", "reader", "invited"] as const)
      statuses[who] = (
        await (await app.visitorOf(scene.people[who])).fetch(`/api/attachments/${file?.id}/file`)
      ).status;
    expect(statuses).toEqual({ coordinator: 200, other: 404, cluster: 404, reader: 404, invited: 404 });
  });

  test("is removed and put back while the report is written, and never from a locked period", async () => {
    const { report, member, app, period } = await stage();
    const [file] = await rowsOf(await send(member, report.id, [["a.pdf", pdf]]));
    const gone = await member.api.attachment.remove.mutate({ id: file?.id ?? "", version: 1 });
    expect((await member.api.attachment.list.query({ updateId: report.id })).rows).toEqual([]);
    await member.api.attachment.restore.mutate({ id: gone.id, version: gone.version });
    expect((await member.api.attachment.list.query({ updateId: report.id })).rows).toHaveLength(1);
    await app.parts.db.housekeep((tx) => tx.update(periods).set({ lockedAt: tx.now }));
    expect(period.lockedAt).toBeNull();
    expect(await outcome(await send(member, report.id, [["b.pdf", pdf]]))).toBe("409 PERIOD_LOCKED");
    await expect(member.api.attachment.remove.mutate({ id: gone.id, version: 3 })).rejects.toThrow(/closed/);
  });

  test("the same file sent twice is there once, with bytes once", async () => {
    const { report, member, app } = await stage();
    const [first] = await rowsOf(await send(member, report.id, [["a.pdf", pdf]]));
    const [second] = await rowsOf(await send(member, report.id, [["a.pdf", pdf]]));
    expect(second?.id).toBe(first?.id);
    expect(keptFiles(app)).toHaveLength(1);
  });

  test("whose bytes are lost is said to be lost, and the row stays", async () => {
    const { report, member, app } = await stage();
    const [file] = await rowsOf(await send(member, report.id, [["a.pdf", pdf]]));
    rmSync(path.join(app.parts.settings.dataDirectory, "files"), { recursive: true });
    expect(await outcome(await member.fetch(`/api/attachments/${file?.id}/file`))).toBe("410 FILE_LOST");
    const { rows } = await member.api.attachment.list.query({ updateId: report.id });
    expect(rows.map(({ isDamaged }) => isDamaged)).toEqual([true]);
  });
});

describe("pictures", () => {
  test("are drawn anew: upright, without place or camera, and shown within the page", async () => {
    const { report, member } = await stage();
    const photo = await sharp({ create: { width: 40, height: 20, channels: 3, background: "#1f6f5c" } })
      .jpeg()
      .withExif({ IFD0: { Make: "Phone" }, IFD3: { GPSLatitude: "60/1 10/1 0/1" } })
      .withMetadata({ orientation: 6 })
      .toBuffer();
    expect((await sharp(photo).metadata()).exif).toBeDefined();
    const [file] = await rowsOf(await send(member, report.id, [["site.JPG", photo]]));
    const shown = await member.fetch(`/api/attachments/${file?.id}/file?show`);
    expect(shown.headers.get("content-disposition")).toMatch(/^inline;/);
    const drawn = await sharp(Buffer.from(await shown.arrayBuffer())).metadata();
    expect([drawn.format, drawn.width, drawn.height, drawn.exif]).toEqual(["jpeg", 20, 40, undefined]);
  });

  test("are refused when they would unpack to more than is allowed, or cannot be read to their end", async () => {
    const { report, member, app } = await stage();
    const huge = await sharp({ create: { width: 8_000, height: 6_000, channels: 3, background: "#fff" } })
      .png()
      .toBuffer();
    expect(await outcome(await send(member, report.id, [["huge.png", huge]]))).toBe("413 IMAGE_TOO_LARGE");
    const noise = await sharp({
      create: {
        width: 300,
        height: 300,
        channels: 3,
        background: "#fff",
        noise: { type: "gaussian", mean: 128, sigma: 60 },
      },
    })
      .png()
      .toBuffer();
    const cut = noise.subarray(0, noise.length / 2);
    expect(await outcome(await send(member, report.id, [["cut.png", cut]]))).toBe("422 FILE_DAMAGED");
    expect(keptFiles(app)).toEqual([]);
  });
});

describe("what is refused leaves nothing behind", () => {
  const docx = zipSync({
    "[Content_Types].xml": Buffer.from(
      '<?xml version="1.0"?><Types><Override ContentType="application/vnd.openxmlformats-officedocument.wordprocessingml.document.main+xml"/></Types>',
    ),
    "word/document.xml": Buffer.from("<w:document/>"),
  });
  const cases: [name: string, files: Sent[], expected: string][] = [
    ["a program under another name", [["report.pdf", Buffer.from("MZ\u0090\u0000program")]], "415 FILE_TYPE"],
    ["a PDF that calls itself a picture", [["photo.png", pdf]], "415 FILE_TYPE"],
    ["a page that could run", [["page.html", Buffer.from("<!doctype html><script>1</script>")]], "415 FILE_TYPE"],
    ["bytes that call themselves text", [["notes.txt", Buffer.from([65, 0, 66])]], "415 FILE_TYPE"],
    ["a PDF cut off", [["cut.pdf", pdf.subarray(0, 20)]], "422 FILE_DAMAGED"],
    ["an office file cut off", [["cut.docx", docx.subarray(0, docx.length - 30)]], "422 FILE_DAMAGED"],
    ["an empty file", [["empty.pdf", Buffer.alloc(0)]], "422 EMPTY_FILE"],
    ["a name that reads backwards", [["a\u202Efdp.pdf", pdf]], "400 BAD_CHARACTER"],
    ["no file at all", [], "400 NO_FILE"],
    [
      "one good and one bad",
      [
        ["good.pdf", pdf],
        ["bad.exe", Buffer.from("MZ")],
      ],
      "415 FILE_TYPE",
    ],
    [
      "more than twenty at once",
      Array.from({ length: attachmentLimits.perRequest + 1 }, (_, index) => [`${index}.pdf`, pdf] as Sent),
      "400 TOO_MANY_FILES",
    ],
    ["more than the largest size", [["big.txt", Buffer.alloc(26 * 1024 * 1024, 65)]], "413 FILE_TOO_LARGE"],
  ];

  test.each(cases)("%s", async (_name, files, expected) => {
    const { report, member, app } = await stage();
    expect(await outcome(await send(member, report.id, files))).toBe(expected);
    expect(keptFiles(app)).toEqual([]);
    expect(await app.parts.db.read.select().from(attachments)).toEqual([]);
  });

  test("an upload that breaks off", async () => {
    const { report, member, app } = await stage();
    const boundary = "cut";
    const part = `--${boundary}\r\nContent-Disposition: form-data; name="file"; filename="a.pdf"\r\n\r\n%PDF-1.4 and no more`;
    await new Promise<void>((resolve) => {
      const sending = request(new URL(`/api/updates/${report.id}/attachments`, app.url), {
        method: "POST",
        headers: {
          "content-type": `multipart/form-data; boundary=${boundary}`,
          "content-length": 100_000,
          "x-consortia": "1",
          origin: app.url,
          cookie: member.cookies(),
        },
      });
      sending.on("error", () => resolve());
      sending.write(part, () => setTimeout(() => sending.destroy(), 200));
      sending.on("close", () => resolve());
    });
    await expect.poll(() => keptFiles(app)).toEqual([]);
    expect(await app.parts.db.read.select().from(attachments)).toEqual([]);
  });

  test("from somebody who may not write the report, before a byte is kept", async () => {
    const { report, scene, app } = await stage({ state: "accepted" });
    for (const [who, expected] of [
      ["viewer", "403 FORBIDDEN"],
      ["coordinator", "403 FORBIDDEN"],
      ["outsider", "404 NOT_FOUND"],
    ] as const)
      expect(await outcome(await send(await app.visitorOf(scene.people[who]), report.id, [["a.pdf", pdf]]))).toBe(
        expected,
      );
    expect(await outcome(await send(app.visitor(), report.id, [["a.pdf", pdf]]))).toBe("401 NOT_SIGNED_IN");
    expect(keptFiles(app)).toEqual([]);
  });
});
