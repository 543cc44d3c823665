import type { IStylesOptions } from "docx";

export const ACCENT = "0B6E6E";
export const SOFT = "5A6A70";
export const TINT = "E9F2F2";
export const LINE = "C9D4D6";

const font = "Calibri";

const paragraph = (before: number, after: number) => ({ spacing: { before, after } });

/** Named styles of the document, so that Word's navigation and a later change of look work; sizes in half points. */
export function docxStyles(language: string): IStylesOptions {
  return {
    default: {
      document: {
        run: { font, size: 20, color: "1B2A2F", language: { value: language } },
        paragraph: paragraph(0, 80),
      },
      title: { run: { font, size: 52, bold: true, color: ACCENT }, paragraph: paragraph(60, 60) },
      heading1: {
        run: { font, size: 30, bold: true, color: ACCENT },
        paragraph: { ...paragraph(360, 140), keepNext: true },
      },
      heading2: {
        run: { font, size: 23, bold: true, color: "1B2A2F" },
        paragraph: { ...paragraph(240, 80), keepNext: true },
      },
    },
    paragraphStyles: [
      {
        id: "Subtitle",
        name: "Subtitle",
        basedOn: "Normal",
        next: "Normal",
        run: { size: 28, bold: true },
        paragraph: paragraph(0, 140),
      },
      { id: "Note", name: "Note", basedOn: "Normal", run: { color: SOFT, size: 18 }, paragraph: paragraph(0, 80) },
      { id: "Notice", name: "Notice", basedOn: "Normal", run: { size: 18 }, paragraph: paragraph(0, 120) },
      { id: "Cell", name: "Cell", basedOn: "Normal", run: { size: 16 }, paragraph: paragraph(20, 20) },
    ],
  };
}
