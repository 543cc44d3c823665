import { useParams, useSearch } from "@tanstack/react-router";
import { CommentDetails } from "#client/features/comments/comment-details.tsx";
import { useCommentCounts } from "#client/features/comments/use-comment-counts.ts";

/** The talk about one report on its card; open when the address names the report. */
export function ReportTalk({ updateId }: { updateId: string }) {
  const { projectId } = useParams({ from: "/projects/$projectId" });
  const { selected } = useSearch({ from: "/projects/$projectId/updates" });
  const count = useCommentCounts(projectId, "update");
  return (
    <CommentDetails
      subject="update"
      subjectId={updateId}
      count={count(updateId)}
      isOpenAtFirst={selected === updateId}
    />
  );
}
