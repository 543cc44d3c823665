import { readFileSync } from "node:fs";
import { createRequire } from "node:module";
import path from "node:path";

const require = createRequire(import.meta.url);
const faces = [
  require.resolve("@expo-google-fonts/inter/400Regular/Inter_400Regular.ttf"),
  require.resolve("@expo-google-fonts/inter/400Regular_Italic/Inter_400Regular_Italic.ttf"),
  require.resolve("@expo-google-fonts/inter/600SemiBold/Inter_600SemiBold.ttf"),
];

/** What stands for a character that the font does not have. */
export const REPLACEMENT = "□";

const segmenter = new Intl.Segmenter("und", { granularity: "grapheme" });
// Joiners, marks of direction without effect on their neighbours' order and soft hyphens have no picture of their own.
const invisible = new Set([0xad, 0x34f, 0x200b, 0x200c, 0x200d, 0x200e, 0x200f, 0x2060, 0xfe0e, 0xfe0f, 0xfeff]);

/** The font files of printed pages: regular, italic and semibold with Latin, Cyrillic and Greek. */
export function readFonts(): Buffer[] {
  return faces.map((face) => readFileSync(face));
}

/** The folders those files lie in, for programs that look for fonts by themselves. */
export function fontFolders(): string[] {
  return faces.map((face) => path.dirname(face));
}

/** Makes a function that replaces every character the font cannot show by one □ per letter a person sees. */
export function createCoverage(font: Buffer): (text: string) => string {
  const covered = readCharacterMap(font);
  const shows = (character: string) => covered.has(character.codePointAt(0) ?? 0) || character === "\n";
  return (text) => {
    let result = "";
    for (const { segment } of segmenter.segment(text)) {
      const visible = Array.from(segment).filter(
        (character) => shows(character) || !invisible.has(character.codePointAt(0) ?? 0),
      );
      result += visible.every(shows) ? visible.join("") : REPLACEMENT;
    }
    return result;
  };
}

/** Code points in a TrueType font's character map: subtable formats 4 and 12 (OpenType 1.9, "cmap"). */
function readCharacterMap(font: Buffer): Set<number> {
  const tables = font.readUInt16BE(4);
  const records = Array.from({ length: tables }, (_, index) => 12 + index * 16);
  const cmapRecord = records.find((at) => font.toString("latin1", at, at + 4) === "cmap");
  if (cmapRecord === undefined) throw new Error("the font has no character map");
  const cmap = font.readUInt32BE(cmapRecord + 8);
  const found = new Set<number>();
  for (let index = 0; index < font.readUInt16BE(cmap + 2); index += 1) {
    const table = cmap + font.readUInt32BE(cmap + 4 + index * 8 + 4);
    const format = font.readUInt16BE(table);
    if (format === 4) addSegments(font, table, found);
    if (format === 12) addGroups(font, table, found);
  }
  return found;
}

function addSegments(font: Buffer, table: number, found: Set<number>): void {
  const doubled = font.readUInt16BE(table + 6);
  for (let at = 0; at < doubled; at += 2) {
    const end = font.readUInt16BE(table + 14 + at);
    const startAt = table + 16 + doubled + at;
    const start = font.readUInt16BE(startAt);
    const delta = font.readUInt16BE(startAt + doubled);
    const rangeAt = startAt + doubled * 2;
    const range = font.readUInt16BE(rangeAt);
    for (let code = start; code <= end && code !== 0xffff; code += 1) {
      const glyph = range === 0 ? code + delta : font.readUInt16BE(rangeAt + range + (code - start) * 2);
      if ((glyph & 0xffff) !== 0) found.add(code);
    }
  }
}

function addGroups(font: Buffer, table: number, found: Set<number>): void {
  const groups = font.readUInt32BE(table + 12);
  for (let index = 0; index < groups; index += 1) {
    const at = table + 16 + index * 12;
    const glyph = font.readUInt32BE(at + 8);
    const start = font.readUInt32BE(at);
    for (let code = start; code <= font.readUInt32BE(at + 4); code += 1)
      if (glyph + code - start !== 0) found.add(code);
  }
}
