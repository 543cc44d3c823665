import { useEffect, useState } from "react";
import type { CommentRow } from "#shared/features/comments/comment.ts";

const shownAsNewFor = 4_000;

/** Tells which comments of others arrived while the thread was on screen, for as long as they are to stand out. */
export function useNewComments(rows: readonly CommentRow[]): (id: string) => boolean {
  const [openedAt] = useState(() => newestOf(rows));
  const [seenUntil, setSeenUntil] = useState(openedAt);
  const newest = newestOf(rows);
  useEffect(() => {
    if (newest <= seenUntil) return;
    const timer = setTimeout(() => setSeenUntil(newest), shownAsNewFor);
    return () => clearTimeout(timer);
  }, [newest, seenUntil]);
  return (id) => rows.some((row) => row.id === id && !row.isMine && row.createdAt > seenUntil);
}

function newestOf(rows: readonly CommentRow[]): number {
  return rows.at(-1)?.createdAt ?? 0;
}
