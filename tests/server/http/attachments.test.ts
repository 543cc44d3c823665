import { createHash } from "node:crypto";
import { rmSync } from "node:fs";
import path from "node:path";

import sharp from "sharp";
import { describe, expect, test } from "vitest";

import { changes, periods } from "#server/db/schema/index.ts";
import type { Attachment } from "#shared/features/reporting/attachment.ts";
import { buildContribution, buildUpdate } from "#tests/support/build-contribution.ts";

import { keptFiles, outcome, pdf, send, stage } from "./attachment-stage.ts";

async function rowsOf(answer: Response): Promise<Attachment[]> {
  expect(answer.status).toBe(200);
  return ((await answer.json()) as { rows: Attachment[] }).rows;
}

const withoutId = async (answer: Response) => (await answer.text()).replace(/"requestId":"[^"]+"/, "");

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
