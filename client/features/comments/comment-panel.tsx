import { useQuery } from "@tanstack/react-query";
import type { ReactNode } from "react";
import { useTranslation } from "react-i18next";
import { trpc } from "#client/app/trpc.ts";
import { CommentThread } from "#client/features/comments/comment-thread.tsx";
import { faultOf } from "#client/lib/fault.ts";
import { PagePanel } from "#client/ui/page-panel.tsx";
import { commentsAtFirst } from "#shared/features/comments/comment-words.ts";
import type { ThreadRef } from "#shared/features/comments/comment.ts";

/** The talk about a record as a card of its page; left out for whom it is not meant. */
export function CommentPanel({ subject, subjectId, actions }: ThreadRef & { actions?: ReactNode }) {
  const { t } = useTranslation();
  const input = { subject, subjectId, limit: commentsAtFirst };
  const found = useQuery(trpc.comment.list.queryOptions(input));
  if (found.error !== null && found.data === undefined && faultOf(found.error).appCode === "NOT_FOUND") return null;
  return (
    <PagePanel title={t("comments:title")} actions={actions}>
      <CommentThread subject={subject} subjectId={subjectId} />
    </PagePanel>
  );
}
