import { parse } from "csv-parse/sync";
import { describe, expect, test } from "vitest";

import { renderCsv } from "#server/exports/formats/csv.ts";
import { escapeMarkdown, renderMarkdown } from "#server/exports/formats/markdown.ts";
import { renderPdf } from "#server/exports/formats/pdf.ts";
import { renderXlsx } from "#server/exports/formats/xlsx.ts";
import { renderDocx } from "#server/exports/formats/docx.ts";
import { documentOf } from "#server/exports/summary-document.ts";
import { buildSummary, longTitle } from "#tests/support/build-summary.ts";
import { convertByOffice, isInstalled, textOfPdf } from "#tests/support/outside-programs.ts";
import { readArchive } from "#tests/support/read-archive.ts";
import { languages } from "#shared/languages.ts";

const office = isInstalled("soffice");
const pdfReader = isInstalled("pdftotext");
const flat = (text: string) => text.replaceAll(/\s+/g, " ");
const text = (bytes: Uint8Array) => new TextDecoder().decode(bytes);

/** Names in four scripts that every readable format has to carry. */
const names = ["Чистый воздух ООО", "Ανακύκλωση Αθηνών Α.Ε.", "Žaliasis Miestas UAB", "Värmeverket i Åbo Ab"];

describe("PDF", () => {
  test.skipIf(!pdfReader).each(languages)("carries names in every script, in %s", (language) => {
    const read = flat(textOfPdf(renderPdf(documentOf(buildSummary(60, { language })))));
    for (const name of names) expect(read).toContain(name);
    expect(read).toContain(longTitle);
    expect(read).toContain({ en: "Who contributes what", ru: "Кто что вносит", fi: "Kuka tuo mitäkin" }[language]);
  });

  test("is archival, has an outline and a language, and nothing that acts", () => {
    const source = Buffer.from(renderPdf(documentOf(buildSummary(20, { language: "fi" })))).toString("latin1");
    for (const part of ["/Outlines", "/Lang (fi)", "pdfaid:part"]) expect(source).toContain(part);
    for (const part of ["/JavaScript", "/JS", "/OpenAction", "/Launch", "/EmbeddedFile"])
      expect(source).not.toContain(part);
  });

  test.skipIf(!pdfReader)("repeats table heads on every page of a table", () => {
    const pages = textOfPdf(renderPdf(documentOf(buildSummary(400)))).split("\f");
    const withHead = pages.filter((page) => /Code\s+Contribution\s+Kind/.test(page));
    expect(withHead.length).toBeGreaterThan(8);
  });

  test.skipIf(!pdfReader)("prints what a person wrote as text, and shows a character it lacks as a box", () => {
    const summary = buildSummary(8);
    summary.project.objectives = '#image("/etc/passwd") $x$ *bold* @ref <label> \\ 中文 👩‍🚀';
    const read = flat(textOfPdf(renderPdf(documentOf(summary))));
    expect(read).toContain('#image("/etc/passwd") $x$ *bold* @ref <label> \\ □□ □');
    expect(read).toContain("printed as □");
  });
});

describe("XLSX", () => {
  test("holds texts that look like formulas as texts, marked as such", async () => {
    const parts = readArchive(await renderXlsx(documentOf(buildSummary(60))));
    const sheets = [...parts].filter(([path]) => path.startsWith("xl/worksheets/sheet"));
    expect(sheets).toHaveLength(7);
    for (const [, xml] of sheets) expect(xml).not.toMatch(/<f[ >]/);
    expect(parts.get("xl/sharedStrings.xml")).toContain("=HYPERLINK(");
    const styles = parts.get("xl/styles.xml") ?? "";
    const textFormat = /numFmtId="(\d+)" formatCode="@"/.exec(styles)?.[1] ?? "49";
    const cells = [...styles.matchAll(/<xf [^>]*xfId="0"[^>]*>/g)]
      .map(([xf]) => xf)
      .filter((xf) => xf.includes(`numFmtId="${textFormat}"`));
    expect(cells.length).toBeGreaterThan(0);
    for (const xf of cells) expect(xf).toContain('quotePrefix="1"');
  });

  test.skipIf(!office)("opens in LibreOffice with its figures and without a formula", async () => {
    const converted = text(convertByOffice(await renderXlsx(documentOf(buildSummary(60))), "xlsx", "fods"));
    expect(converted).not.toContain("table:formula");
    for (const name of names) expect(converted).toContain(name);
    expect(converted).toContain('office:value="12345.67"');
  });
});

describe("DOCX", () => {
  test("has headings, repeated table heads and the language", async () => {
    const parts = readArchive(await renderDocx(documentOf(buildSummary(60, { language: "ru" }))));
    const body = parts.get("word/document.xml") ?? "";
    expect(body).toContain('<w:pStyle w:val="Heading1"/>');
    expect(body).toContain("<w:tblHeader/>");
    expect(parts.get("word/styles.xml")).toContain('w:val="ru-RU"');
  });

  test.skipIf(!office || !pdfReader)("opens in LibreOffice with names in every script", async () => {
    const pdf = convertByOffice(await renderDocx(documentOf(buildSummary(60))), "docx", "pdf");
    const read = flat(textOfPdf(pdf));
    for (const name of names) expect(read).toContain(name);
  });
});

const records = (summary = buildSummary(60)) => parse(Buffer.from(renderCsv(documentOf(summary))), { bom: true });

const figures = (language: (typeof languages)[number]) =>
  records(buildSummary(10, { language }))
    .flat()
    .filter((cell) => /^\d+\.\d\d$/.test(cell));

describe("CSV", () => {
  test("begins with a mark of UTF-8 and has the same number of fields in every row", () => {
    expect([...renderCsv(documentOf(buildSummary(3))).subarray(0, 3)]).toEqual([0xef, 0xbb, 0xbf]);
    expect(new Set(records().map((row) => row.length)).size).toBe(1);
  });

  test.each(["=1+1", "+1", "-1", "@x", "\tx", "\0=1", "＝1", "＋1", "－1", "＠1"])(
    "never lets %j begin a cell",
    (sign) => {
      const summary = buildSummary(5);
      summary.project.place = sign;
      const place = records(summary).find((row) => row[1] === "Place")?.[2];
      expect(place).toBe(`'${sign.replaceAll("\0", "")}`);
    },
  );

  test("writes figures plainly in every language", () => {
    expect(figures("ru")).toEqual(figures("en"));
    expect(figures("en")).toContain("12345.67");
  });
});

describe("Markdown", () => {
  test("escapes what a person wrote", () => {
    expect(escapeMarkdown("<b>|*_[x](http://y)`#")).toBe("&lt;b&gt;\\|\\*\\_\\[x\\]\\(http\\://y\\)\\`\\#");
    const written = text(renderMarkdown(documentOf(buildSummary(60))));
    expect(written).not.toContain("<b>");
    for (const name of names) expect(written.replaceAll("\\", "")).toContain(name);
  });

  test("keeps every row of a table to its columns", () => {
    const written = text(renderMarkdown(documentOf(buildSummary(60))));
    const tables = written.split("\n\n").filter((block) => block.startsWith("| "));
    expect(tables.length).toBeGreaterThan(4);
    for (const table of tables) {
      const widths = table.split("\n").map((line) => line.replaceAll("\\|", "").split("|").length);
      expect(new Set(widths).size).toBe(1);
    }
  });
});
