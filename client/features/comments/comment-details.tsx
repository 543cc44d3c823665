import { useState } from "react";
import { useTranslation } from "react-i18next";
import { CommentThread } from "#client/features/comments/comment-thread.tsx";
import classes from "#client/features/comments/comments.module.css";
import type { ThreadRef } from "#shared/features/comments/comment.ts";

type Props = ThreadRef & { count: number; isOpenAtFirst: boolean };

/** The talk about a record among many: folded to its number of comments, read when it is opened. */
export function CommentDetails({ subject, subjectId, count, isOpenAtFirst }: Props) {
  const { t } = useTranslation();
  const [isOpen, setOpen] = useState(isOpenAtFirst);
  return (
    <details className={classes["details"]} open={isOpen} onToggle={(event) => setOpen(event.currentTarget.open)}>
      <summary>{count === 0 ? t("comments:title") : t("comments:count", { count })}</summary>
      {isOpen ? <CommentThread subject={subject} subjectId={subjectId} /> : null}
    </details>
  );
}
