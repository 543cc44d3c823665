import { createRequire } from "node:module";
import { mkdtempSync, rmSync, writeFileSync } from "node:fs";
import { tmpdir } from "node:os";
import path from "node:path";

import type { FileFormat, GanttPaper } from "#shared/features/exports/export-words.ts";
import { ROW_HEIGHT } from "#shared/features/plan/gantt-rows.ts";

import { createCoverage, fontFolders, readFonts } from "../formats/font-coverage.ts";
import { drawSheet, frameHeight, type GanttModel, NAMES_WIDTH, pictureFor, type SheetPart } from "./gantt-sheet.ts";
import { ganttWords } from "./gantt-words.ts";

type Typst = typeof import("@myriaddreamin/typst-ts-node-compiler");

/** A Gantt to be made into a file; plain data. */
export type GanttRequest = { model: GanttModel; paper: GanttPaper };

/** Draws a Gantt as SVG, PNG, or pages of PDF; the same request, the same pictures. */
export async function renderGantt({ model, paper }: GanttRequest, format: FileFormat): Promise<Uint8Array> {
  if (format === "svg") return new TextEncoder().encode(ganttSvg(model));
  return format === "png" ? await ganttPng(model) : ganttPdf(model, paper);
}

/** Width and height of a landscape page within its margins of 10 mm, in pixels of a fifth of a millimetre. */
const pageSizes: Record<GanttPaper, { width: number; height: number }> = {
  a4: { width: 1_385, height: 925 },
  a3: { width: 2_000, height: 1_360 },
};

/** The whole plan on one sheet as SVG. */
export function ganttSvg(model: GanttModel): string {
  const picture = pictureFor(model, 1_600, 8, 44);
  const rows = picture.rows.length;
  return drawSheet(model, picture, { firstRow: 0, lastRow: rows, left: 0, right: picture.width, page: 1, pages: 1 });
}

/** The plan cut into landscape pages, each with title, header, names and legend; first down, then to the right. */
export function ganttPages(model: GanttModel, paper: GanttPaper): string[] {
  const { width, height } = pageSizes[paper];
  const room = width - NAMES_WIDTH;
  const picture = pictureFor(model, room, 12, 60);
  const most = Math.max(4, Math.floor((height - frameHeight(model.plan, width)) / ROW_HEIGHT));
  const down = Math.max(1, Math.ceil(picture.rows.length / most));
  const { monthWidth } = picture.scale;
  const whole = picture.width <= room + 1 ? room : Math.floor(room / monthWidth) * monthWidth;
  const across = Math.max(1, Math.ceil((picture.width - 1) / whole));
  const parts = Array.from({ length: down * across }, (_, at): SheetPart => {
    const firstRow = (at % down) * most;
    const left = Math.floor(at / down) * whole;
    const lastRow = Math.min(picture.rows.length, firstRow + most);
    return { firstRow, lastRow, left, right: left + whole, page: at + 1, pages: down * across };
  });
  return parts.map((part) => drawSheet(model, picture, part));
}

const template = `
#let d = json(bytes(sys.inputs.data))
#set document(title: d.title, author: "Consortia", date: datetime(..d.date))
#set page(paper: d.paper, flipped: true, margin: 10mm)
#set text(font: "Inter", fallback: false, lang: d.lang)
#for (at, sheet) in d.sheets.enumerate() {
  if at > 0 { pagebreak() }
  image(bytes(sheet), format: "svg", width: 100%, alt: d.title)
}
`;

/**
 * The plan as PDF/A-2b on A4 or A3 landscape; the same model, the same pages. Which font of a page comes first in the
 * file is left to chance once per process by the writer of PDF.
 */
export function ganttPdf(model: GanttModel, paper: GanttPaper): Uint8Array {
  const { NodeCompiler } = createRequire(import.meta.url)("@myriaddreamin/typst-ts-node-compiler") as Typst;
  const fonts = readFonts();
  const cover = createCoverage(fonts[0] ?? Buffer.alloc(0));
  const at = new Date(model.now);
  const input = JSON.stringify({
    title: cover(`${model.plan.acronym} · ${ganttWords[model.language].gantt}`),
    lang: model.language,
    paper,
    date: {
      year: at.getUTCFullYear(),
      month: at.getUTCMonth() + 1,
      day: at.getUTCDate(),
      hour: at.getUTCHours(),
      minute: at.getUTCMinutes(),
      second: at.getUTCSeconds(),
    },
    sheets: ganttPages(model, paper).map(cover),
  });
  const compiler = NodeCompiler.create({ workspace: tmpdir(), fontArgs: [{ fontBlobs: fonts }] });
  return compiler.pdf({ mainFileContent: template, inputs: { data: input } }, { pdfStandard: "a-2b" });
}

// What image programs open without trouble.
const MOST_PIXELS = 60_000_000;
const MOST_SIDE = 16_000;

/** The whole plan as one PNG, twice as fine as the screen where its size allows; call it in a process of its own. */
export async function ganttPng(model: GanttModel): Promise<Uint8Array> {
  const svg = ganttSvg(model);
  const [width = 1, height = 1] = /viewBox="0 0 ([\d.]+) ([\d.]+)"/.exec(svg)?.slice(1).map(Number) ?? [];
  const scale = Math.min(2, MOST_SIDE / Math.max(width, height), Math.sqrt(MOST_PIXELS / (width * height)));
  const folder = mkdtempSync(path.join(tmpdir(), "consortia-gantt-"));
  try {
    // The drawing library asks fontconfig, which reads its file when it is first asked.
    const dirs = fontFolders()
      .map((each) => `<dir>${each}</dir>`)
      .join("");
    writeFileSync(
      path.join(folder, "fonts.conf"),
      `<?xml version="1.0"?><fontconfig>${dirs}<cachedir>${folder}</cachedir></fontconfig>`,
    );
    process.env["FONTCONFIG_FILE"] = path.join(folder, "fonts.conf");
    const { default: sharp } = await import("sharp");
    const drawn = await sharp(Buffer.from(svg), {
      density: 72 * scale,
      limitInputPixels: 2 * MOST_PIXELS,
      unlimited: true,
    })
      .flatten({ background: "#fff" })
      .png({ compressionLevel: 9, palette: false })
      .toBuffer();
    return new Uint8Array(drawn);
  } finally {
    rmSync(folder, { recursive: true, force: true });
  }
}
