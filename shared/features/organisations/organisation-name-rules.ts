import { fold } from "../../text.ts";

// Words that say only what a company's legal form is; two names that differ in them alone are one company.
const legalForms = new Set(
  (
    "ab ag aps as asbl asa bv bvba cjsc co company corp corporation ev gmbh inc jsc kft kg limited llc llp ltd mbh nv oao ooo ou oy oyj " +
    "pao plc pte sa sarl sas sia sl slu sp spa srl sro uab zao zoo zrt ао зао ооо оао пао ип фгуп"
  ).split(" "),
);

/** The words of a name that tell it from others: folded, without punctuation and legal forms ("Ltd", "Oy", "ООО"). */
export function tellingWords(name: string): string[] {
  const words = fold(name)
    .replaceAll(/[.'’]/g, "")
    .split(/[^\p{Letter}\p{Number}]+/u)
    .filter((word) => word !== "");
  const telling = words.filter((word) => !legalForms.has(word));
  return telling.length > 0 ? telling : words;
}

function pairsOf(text: string): Map<string, number> {
  const pairs = new Map<string, number>();
  for (let index = 0; index + 1 < text.length; index += 1) {
    const pair = text.slice(index, index + 2);
    pairs.set(pair, (pairs.get(pair) ?? 0) + 1);
  }
  return pairs;
}

/**
 * How alike two names are, 0–100: Dice's coefficient over pairs of letters of the telling words in alphabetical
 * order, so that swapped words and legal forms do not matter. 100 for names with the same telling words.
 */
export function nameLikeness(left: string, right: string): number {
  const [first, second] = [tellingWords(left).toSorted().join(" "), tellingWords(right).toSorted().join(" ")];
  if (first === second) return 100;
  const [firstPairs, secondPairs] = [pairsOf(first), pairsOf(second)];
  const total = Math.max(first.length - 1, 0) + Math.max(second.length - 1, 0);
  if (total === 0) return 0;
  let shared = 0;
  for (const [pair, count] of firstPairs) shared += Math.min(count, secondPairs.get(pair) ?? 0);
  return Math.min(99, Math.floor((200 * shared) / total));
}

/** From this likeness on the form asks whether two names mean the same organisation. */
export const LIKE_ENOUGH = 72;
