import { Document, Footer, Header, Packer, PageNumber, Paragraph, TabStopType, TextRun } from "docx";

import { summaryLabels } from "../locales/labels.ts";
import { blocksFor, type SummaryDocument } from "../summary-document.ts";
import { editText, repack } from "./archive.ts";
import { chartPatterns } from "./chart-look.ts";
import { docxBlock } from "./docx-blocks.ts";
import { ACCENT, docxStyles, SOFT } from "./docx-styles.ts";
import { createValueText } from "./value-text.ts";

// A4 less the margins, in twentieths of a point.
const PAGE_WIDTH = 11_906;
const PAGE_HEIGHT = 16_838;
const MARGIN = 1_080;

/** Languages as Word names them. */
export const wordLocales = { en: "en-GB", ru: "ru-RU", fi: "fi-FI" } as const;

/** Writes a summary as a Word document with headings, real tables and a native chart; same document, same bytes. */
export async function renderDocx(document: SummaryDocument): Promise<Uint8Array> {
  const labels = summaryLabels[document.language];
  const context = {
    labels,
    writer: createValueText(document.language, document.currency),
    width: PAGE_WIDTH - 2 * MARGIN,
  };
  const word = new Document({
    title: `${document.acronym} – ${document.title}`,
    subject: document.heading ?? labels.summary,
    description: document.audienceLine,
    creator: "Consortia",
    lastModifiedBy: "Consortia",
    styles: docxStyles(wordLocales[document.language]),
    sections: [
      {
        properties: {
          page: {
            size: { width: PAGE_WIDTH, height: PAGE_HEIGHT },
            margin: { top: 1_300, bottom: 1_200, left: MARGIN, right: MARGIN },
          },
          titlePage: true,
        },
        headers: {
          default: runningHeader(document, document.heading ?? labels.summary),
          first: new Header({ children: [] }),
        },
        footers: { default: runningFooter(document), first: runningFooter(document) },
        children: [
          ...titleBlock(document),
          ...document.sections.flatMap((section) => [
            ...(section.key === "cover" ? [] : [new Paragraph({ text: section.heading, style: "Heading1" })]),
            ...blocksFor(section, "pages").flatMap((block) => docxBlock(context, block)),
          ]),
        ],
      },
    ],
  });
  const packed = await Packer.toBuffer(word);
  const ids = new Map<string, string>();
  return repack(packed, (path, part) => settleWord(path, part, document.generatedAt, ids));
}

function titleBlock(document: SummaryDocument): Paragraph[] {
  const labels = summaryLabels[document.language];
  const lines: Paragraph[] = [];
  if (document.sample)
    lines.push(new Paragraph({ style: "Notice", children: [new TextRun({ text: labels.sampleNotice, bold: true })] }));
  lines.push(
    new Paragraph({ style: "Note", text: document.heading ?? labels.summary }),
    new Paragraph({ style: "Title", text: document.acronym }),
    new Paragraph({ style: "Subtitle", text: document.title }),
    new Paragraph({
      style: "Note",
      children: [new TextRun({ text: `${document.audienceLine}. `, bold: true }), new TextRun(document.audienceNote)],
    }),
    new Paragraph({ style: "Note", text: document.generatedLine }),
  );
  return lines;
}

function runningHeader(document: SummaryDocument, summary: string): Header {
  return new Header({
    children: [
      new Paragraph({
        tabStops: [{ type: TabStopType.RIGHT, position: PAGE_WIDTH - 2 * MARGIN }],
        children: [
          new TextRun({ text: document.acronym, bold: true, size: 15, color: ACCENT }),
          new TextRun({ text: `\t${summary}`, size: 15, color: SOFT }),
        ],
      }),
    ],
  });
}

function runningFooter(document: SummaryDocument): Footer {
  const labels = summaryLabels[document.language];
  return new Footer({
    children: [
      new Paragraph({
        tabStops: [{ type: TabStopType.RIGHT, position: PAGE_WIDTH - 2 * MARGIN }],
        children: [
          new TextRun({ text: `${document.audienceLine} · ${document.generatedLine}`, size: 14, color: SOFT }),
          new TextRun({
            size: 14,
            color: SOFT,
            children: [`\t${labels.page} `, PageNumber.CURRENT, ` ${labels.pageOf} `, PageNumber.TOTAL_PAGES],
          }),
        ],
      }),
    ],
  });
}

/** Puts the given moment where the library wrote the present one, counted ids where it drew them, and patterns into the chart. */
export function settleWord(path: string, part: Uint8Array, generatedAt: number, ids: Map<string, string>): Uint8Array {
  const moment = `${new Date(generatedAt).toISOString().slice(0, 19)}Z`;
  if (path === "docProps/core.xml") {
    return editText(part, (xml) =>
      xml.replaceAll(/(<dcterms:(?:created|modified)[^>]*>)[^<]*/g, (_, tag: string) => `${tag}${moment}`),
    );
  }
  if (!path.startsWith("word/") || !/\.(xml|rels)$/.test(path)) return part;
  let drawings = 0;
  return editText(part, (xml) => {
    const settled = xml
      .replaceAll(drawnId, (_, id: string) => `="${countedId(ids, id)}"`)
      .replaceAll(/<wp:docPr id="\d+"/g, () => `<wp:docPr id="${(drawings += 1)}"`);
    return path.startsWith("word/charts/chart") ? chartPatterns(settled) : settled;
  });
}

// The library names relations to charts by chance; all others are numbered already.
const drawnId = /="(rId[\w-]{21})"/g;

function countedId(ids: Map<string, string>, drawn: string): string {
  const known = ids.get(drawn) ?? `rIdChart${ids.size + 1}`;
  ids.set(drawn, known);
  return known;
}
