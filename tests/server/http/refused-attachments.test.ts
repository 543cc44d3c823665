import { request } from "node:http";

import { zipSync } from "fflate";
import { describe, expect, test } from "vitest";

import { attachments } from "#server/db/schema/index.ts";
import { attachmentLimits } from "#shared/features/reporting/attachment-words.ts";

import { keptFiles, outcome, pdf, send, type Sent, stage } from "./attachment-stage.ts";

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
