/** What somebody has begun to say: the text and whom it names. */
export type CommentDraft = { text: string; mentions: { userId: string; name: string }[] };

export const emptyDraft: CommentDraft = { text: "", mentions: [] };

/** The draft kept under a key in this tab; survives pages and reloads, ends with the tab. */
export function readDraft(key: string): CommentDraft {
  try {
    const kept: unknown = JSON.parse(sessionStorage.getItem(key) ?? "null");
    return isDraft(kept) ? kept : emptyDraft;
  } catch {
    return emptyDraft;
  }
}

/** Keeps a draft, or forgets it when it is empty. */
export function keepDraft(key: string, draft: CommentDraft): void {
  try {
    if (draft.text === "") sessionStorage.removeItem(key);
    else sessionStorage.setItem(key, JSON.stringify(draft));
  } catch {
    // Without storage the draft lives as long as the page.
  }
}

/** The people whose names still stand in the text. */
export function mentionedIn({ text, mentions }: CommentDraft): string[] {
  return mentions.filter(({ name }) => text.includes(`@${name}`)).map(({ userId }) => userId);
}

function isDraft(value: unknown): value is CommentDraft {
  if (typeof value !== "object" || value === null) return false;
  const { text, mentions } = value as Partial<CommentDraft>;
  return typeof text === "string" && Array.isArray(mentions);
}

/** The begun name before the caret, without its sign; null where nothing is being named. */
export function begunName(text: string, caret: number): { from: number; search: string } | null {
  const before = text.slice(0, caret);
  const from = before.lastIndexOf("@");
  if (from === -1) return null;
  const previous = before.charAt(from - 1);
  if (previous !== "" && !/[\s(]/.test(previous)) return null;
  const search = before.slice(from + 1);
  return search.length <= 40 && !search.includes("\n") && search.split(" ").length <= 3 ? { from, search } : null;
}
