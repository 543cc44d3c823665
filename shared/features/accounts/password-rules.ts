import { fold } from "#shared/text.ts";

import { commonWords } from "./common-words.ts";

export const passwordLength = { least: 12, most: 128 } as const;

export type PasswordFault = "TOO_SHORT" | "TOO_LONG" | "PASSWORD_TOO_COMMON";

/** What is left of a password once known words, years, runs and repetitions are gone must be at least this long. */
const leastSurprise = 6;

/** The form in which passwords are counted, hashed and compared: NFC, nothing cut, nothing trimmed. */
export function passwordText(typed: string): string {
  return typed.normalize("NFC");
}

/**
 * What is wrong with a password, or null (security.md, R-U4): 12 to 128 characters of any kind, not made of common words,
 * keyboard rows, years and repetitions alone, nor of `names` (of the person, projects and organisations).
 */
export function passwordFault(typed: string, names: readonly string[] = []): PasswordFault | null {
  const text = passwordText(typed);
  const { length } = Array.from(text);
  if (length < passwordLength.least) return "TOO_SHORT";
  if (length > passwordLength.most) return "TOO_LONG";
  return surpriseOf(text, names) < leastSurprise ? "PASSWORD_TOO_COMMON" : null;
}

function surpriseOf(text: string, names: readonly string[]): number {
  const folded = fold(text).replaceAll(" ", "");
  const known = [...commonWords, ...names.flatMap(wordsOf)].sort((left, right) => right.length - left.length);
  const letters = lettersWithin(folded);
  const rest = folded.slice(0, letters.start) + "\n" + folded.slice(letters.end);
  return Math.min(
    uniqueRest(without(folded, known)),
    // "P4ssw0rd!2026": the signs within a word are letters in disguise, those around it are not.
    uniqueRest(without(undisguised(folded.slice(letters.start, letters.end)), known)) + uniqueRest(rest),
  );
}

/** A name as a whole, without spaces, and its words of four letters or more. */
function wordsOf(name: string): string[] {
  const folded = fold(name);
  return [folded.replaceAll(" ", ""), ...folded.split(/[^\p{Letter}\p{Number}]+/u)].filter((word) => word.length >= 4);
}

function without(text: string, words: readonly string[]): string {
  // A mark stays where a word was, so that what stood around it does not join to a new word.
  return words.reduce((rest, word) => (word === "" ? rest : rest.replaceAll(word, "\n")), text);
}

function lettersWithin(text: string): { start: number; end: number } {
  const first = text.search(/\p{Letter}/u);
  if (first < 0) return { start: 0, end: text.length };
  let end = text.length;
  while (end > first && !/\p{Letter}/u.test(text.charAt(end - 1))) end -= 1;
  return { start: first, end };
}

const disguises = new Map(
  Object.entries({
    "0": "o",
    "1": "i",
    "3": "e",
    "4": "a",
    "5": "s",
    "7": "t",
    "8": "b",
    "@": "a",
    $: "s",
    "!": "i",
    "€": "e",
  }),
);

function undisguised(text: string): string {
  return Array.from(text, (character) => disguises.get(character) ?? character).join("");
}

/** How many characters could not be guessed from those before: years, runs up and down, and repeated blocks count as one or none. */
function uniqueRest(text: string): number {
  const withoutYears = text.replaceAll(/(?:19|20)\d\d/g, "\n");
  return withoutYears.split("\n").reduce((sum, part) => sum + surprisesIn(shortestBlock(part)), 0);
}

function shortestBlock(text: string): string {
  for (let length = 1; length <= text.length / 2; length += 1) {
    const block = text.slice(0, length);
    if (block.repeat(Math.ceil(text.length / length)).startsWith(text)) return block;
  }
  return text;
}

/** A character counts unless it repeats the one before it or is the next one up or down: "aaa", "1234", "9876". */
function surprisesIn(text: string): number {
  const codes = Array.from(text, (character) => character.codePointAt(0) ?? 0);
  return codes.filter((code, index) => index === 0 || Math.abs(code - (codes[index - 1] ?? 0)) > 1).length;
}
