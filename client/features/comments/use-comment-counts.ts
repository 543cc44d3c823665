import { useQuery } from "@tanstack/react-query";
import { trpc } from "#client/app/trpc.ts";
import type { CommentSubject } from "#shared/features/comments/comment-words.ts";

/** How many comments the records of one kind have, as far as this person may read them; 0 for all others. */
export function useCommentCounts(projectId: string, subject: CommentSubject): (id: string) => number {
  const found = useQuery(trpc.comment.counts.queryOptions({ projectId, subject }));
  const counts = new Map(found.data?.map(({ subjectId, count }) => [subjectId, count]));
  return (id) => counts.get(id) ?? 0;
}
