import { createRequire } from "node:module";
import { tmpdir } from "node:os";

import { summaryLabels } from "../locales/labels.ts";
import { blocksFor, type SummaryDocument } from "../summary-document.ts";
import { createCoverage, readFonts, REPLACEMENT } from "./font-coverage.ts";
import { pageBlock } from "./pdf-blocks.ts";
import { pdfTemplate } from "./pdf-template.ts";
import { createValueText } from "./value-text.ts";

type Typst = typeof import("@myriaddreamin/typst-ts-node-compiler");

// A token longer than this may have to break inside a narrow column; a zero-width space lets it.
const longToken = /\S{25,}/g;
const breakable = (text: string) =>
  text.replaceAll(longToken, (token) => token.replaceAll(/(.{12})(?=.)/gu, "$1\u200b"));

const RUNNING_TITLE_LENGTH = 80;

/** Draws a summary as PDF/A-2b on A4 with outline, page numbers and repeated table heads; same document, same bytes. */
export function renderPdf(document: SummaryDocument): Uint8Array {
  const { NodeCompiler } = createRequire(import.meta.url)("@myriaddreamin/typst-ts-node-compiler") as Typst;
  const fonts = readFonts();
  const compiler = NodeCompiler.create({ workspace: tmpdir(), fontArgs: [{ fontBlobs: fonts }] });
  const input = JSON.stringify(pageData(document, createCoverage(fonts[0] ?? Buffer.alloc(0))));
  return compiler.pdf({ mainFileContent: pdfTemplate, inputs: { data: input } }, { pdfStandard: "a-2b" });
}

/** What the template reads. */
function pageData(document: SummaryDocument, cover: (text: string) => string) {
  const labels = summaryLabels[document.language];
  let replaced = false;
  const show = (text: string) => {
    const printable = cover(text);
    replaced ||= printable !== text && printable.includes(REPLACEMENT);
    return breakable(printable);
  };
  const page = { labels, writer: createValueText(document.language, document.currency), show };
  const sections = document.sections.map((section) => ({
    heading: section.key === "cover" ? null : section.heading,
    blocks: blocksFor(section, "pages").map((block) => pageBlock(page, block)),
  }));
  return {
    lang: document.language,
    acronym: show(document.acronym),
    title: show(document.title),
    shortTitle: show(shorten(document.title)),
    documentTitle: cover(`${document.acronym} – ${document.title}`),
    summaryWord: document.heading ?? labels.summary,
    audienceLine: document.audienceLine,
    audienceNote: document.audienceNote,
    generatedLine: document.generatedLine,
    sample: document.sample ? labels.sampleNotice : null,
    page: labels.page,
    pageOf: labels.pageOf,
    date: dateParts(document.generatedAt),
    sections,
    replaced: replaced ? labels.notes.replacedCharacters : null,
  };
}

function shorten(title: string): string {
  const letters = Array.from(title);
  return letters.length > RUNNING_TITLE_LENGTH ? `${letters.slice(0, RUNNING_TITLE_LENGTH).join("").trim()}…` : title;
}

function dateParts(instant: number) {
  const at = new Date(instant);
  return {
    year: at.getUTCFullYear(),
    month: at.getUTCMonth() + 1,
    day: at.getUTCDate(),
    hour: at.getUTCHours(),
    minute: at.getUTCMinutes(),
    second: at.getUTCSeconds(),
  };
}
