/** A piece of a comment: plain words, a link that is safe to follow, or the name of somebody who is mentioned. */
export type CommentPart =
  | { kind: "words"; text: string }
  | { kind: "mention"; text: string }
  | { kind: "link"; text: string; href: string };

type Mentioned = { name: string };

// Ours, not the writer's: where an address begins. It ends at white space, quotes and angle brackets.
const addressPattern = /(?:https?:\/\/|mailto:)[^\s<>"'`]+/gi;
const safeProtocols = new Set(["http:", "https:", "mailto:"]);
const sentenceEnds = new Set([".", ",", ";", ":", "!", "?", ")", "]", "…"]);

/** Cuts a text into words, links (http, https and mailto alone) and mentions. Nothing of it is ever read as markup. */
export function commentParts(text: string, mentions: readonly Mentioned[]): CommentPart[] {
  const parts: CommentPart[] = [];
  let done = 0;
  for (const { 0: found, index } of text.matchAll(addressPattern)) {
    const address = withoutSentenceEnd(found);
    const href = safeHref(address);
    if (href === null) continue;
    parts.push(...mentionParts(text.slice(done, index), mentions), { kind: "link", text: address, href });
    done = index + address.length;
  }
  return [...parts, ...mentionParts(text.slice(done), mentions)];
}

function withoutSentenceEnd(address: string): string {
  let end = address.length;
  while (end > 0 && sentenceEnds.has(address.charAt(end - 1))) end -= 1;
  return address.slice(0, end);
}

function safeHref(address: string): string | null {
  try {
    const url = new URL(address);
    const leadsSomewhere = url.protocol === "mailto:" ? url.pathname.includes("@") : url.hostname !== "";
    return safeProtocols.has(url.protocol) && leadsSomewhere ? url.href : null;
  } catch {
    return null;
  }
}

function mentionParts(text: string, mentions: readonly Mentioned[]): CommentPart[] {
  if (text === "") return [];
  const marks = mentions.map(({ name }) => `@${name}`).toSorted((left, right) => right.length - left.length);
  const parts: CommentPart[] = [];
  let words = "";
  for (let at = 0; at < text.length;) {
    const mark = text.charAt(at) === "@" ? marks.find((each) => text.startsWith(each, at)) : undefined;
    if (mark === undefined) {
      words += text.charAt(at);
      at += 1;
      continue;
    }
    if (words !== "") parts.push({ kind: "words", text: words });
    words = "";
    parts.push({ kind: "mention", text: mark });
    at += mark.length;
  }
  return words === "" ? parts : [...parts, { kind: "words", text: words }];
}
