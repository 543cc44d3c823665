import {
  Document,
  Footer,
  Header,
  Packer,
  PageNumber,
  PageOrientation,
  Paragraph,
  type Table,
  TabStopType,
  TextRun,
} from "docx";

import { repack } from "../formats/archive.ts";
import { settleWord, wordLocales } from "../formats/docx.ts";
import { docxBlock } from "../formats/docx-blocks.ts";
import type { WordContext } from "../formats/docx-runs.ts";
import { ACCENT, docxStyles, SOFT } from "../formats/docx-styles.ts";
import { createValueText } from "../formats/value-text.ts";
import { summaryLabels } from "../locales/labels.ts";
import type { FormBlock, FormTable } from "./table-grid.ts";
import type { TablesDocument } from "./tables-document.ts";

// A4 less the margins, in twentieths of a point; lying, for the tables are wide.
const SHORT = 11_906;
const LONG = 16_838;
const MARGIN = 1_000;
const WIDTH = LONG - 2 * MARGIN;

/** Writes the tables as a Word document on lying pages; same document, same bytes. */
export async function renderTablesDocx(document: TablesDocument): Promise<Uint8Array> {
  const labels = summaryLabels[document.language];
  const context: WordContext = { labels, writer: createValueText(document.language, document.currency), width: WIDTH };
  const word = new Document({
    title: `${document.acronym} – ${document.title}`,
    subject: document.name,
    description: document.audienceLine,
    creator: "Consortia",
    lastModifiedBy: "Consortia",
    styles: docxStyles(wordLocales[document.language]),
    sections: [
      {
        properties: {
          page: {
            // The library turns the page itself and so takes the sides of a standing one.
            size: { width: SHORT, height: LONG, orientation: PageOrientation.LANDSCAPE },
            margin: { top: 1_200, bottom: 1_100, left: MARGIN, right: MARGIN },
          },
        },
        headers: { default: new Header({ children: [edgeLine(document.acronym, document.name)] }) },
        footers: {
          default: new Footer({
            children: [
              edgeLine(`${document.audienceLine} · ${document.generatedLine}`, [
                `${labels.page} `,
                PageNumber.CURRENT,
                ` ${labels.pageOf} `,
                PageNumber.TOTAL_PAGES,
              ]),
            ],
          }),
        },
        children: [...titleBlock(document), ...document.tables.flatMap((table) => tableOf(context, table))],
      },
    ],
  });
  const ids = new Map<string, string>();
  return repack(await Packer.toBuffer(word), (path, part) => settleWord(path, part, document.generatedAt, ids));
}

function titleBlock(document: TablesDocument): Paragraph[] {
  const labels = summaryLabels[document.language];
  const sample = document.sample
    ? [new Paragraph({ style: "Notice", children: [new TextRun({ text: labels.sampleNotice, bold: true })] })]
    : [];
  return [
    ...sample,
    new Paragraph({ style: "Note", text: document.name }),
    new Paragraph({ style: "Title", text: document.acronym }),
    new Paragraph({ style: "Subtitle", text: document.title }),
    new Paragraph({
      style: "Note",
      children: [new TextRun({ text: `${document.audienceLine}. `, bold: true }), new TextRun(document.audienceNote)],
    }),
  ];
}

function edgeLine(left: string, right: string | string[]): Paragraph {
  const children = typeof right === "string" ? [`\t${right}`] : ["\t", ...right];
  return new Paragraph({
    tabStops: [{ type: TabStopType.RIGHT, position: WIDTH }],
    children: [new TextRun({ text: left, size: 15, color: ACCENT }), new TextRun({ size: 15, color: SOFT, children })],
  });
}

const note = (text: string) => new Paragraph({ style: "Note", spacing: { before: 80 }, text });

function tableOf(context: WordContext, { heading, subtitle, blocks, notes }: FormTable): (Paragraph | Table)[] {
  return [
    new Paragraph({ text: heading, style: "Heading1" }),
    ...(subtitle === "" ? [] : [new Paragraph({ style: "Note", keepNext: true, text: subtitle })]),
    ...blocks.flatMap((block) => formBlock(context, block)),
    ...notes.map((text) => note(text)),
  ];
}

function formBlock(context: WordContext, block: FormBlock): (Paragraph | Table)[] {
  if (block.type !== "item") return docxBlock(context, block);
  const paragraphs = block.text.split("\n").filter((part) => part.trim() !== "");
  return [
    new Paragraph({
      spacing: { before: 140, after: 40 },
      keepNext: true,
      children: [new TextRun({ text: block.title, bold: true })],
    }),
    ...paragraphs.map((text) => new Paragraph({ text })),
  ];
}
