import { Button } from "@mantine/core";
import { IconLock } from "@tabler/icons-react";
import { keepPreviousData, useMutation, useQuery } from "@tanstack/react-query";
import { useState } from "react";
import { useTranslation } from "react-i18next";
import { useSession } from "#client/app/session.ts";
import { trpc } from "#client/app/trpc.ts";
import { CommentForm } from "#client/features/comments/comment-form.tsx";
import { CommentRow } from "#client/features/comments/comment-row.tsx";
import classes from "#client/features/comments/comments.module.css";
import { useNewComments } from "#client/features/comments/use-new-comments.ts";
import { TypingScope } from "#client/features/presence/typing-scope.tsx";
import { faultOf } from "#client/lib/fault.ts";
import { FaultAlert } from "#client/ui/fault-alert.tsx";
import { Loading } from "#client/ui/loading.tsx";
import { commentsAtFirst } from "#shared/features/comments/comment-words.ts";
import type { CommentList, ThreadRef } from "#shared/features/comments/comment.ts";

type Props = ThreadRef & {
  /** A heading of the place it stands in; left out with the whole thread when the talk is not for this person. */
  heading?: string;
};

/** The talk about one record. What others say appears by itself; what is being written stays when the page is left. */
export function CommentThread({ subject, subjectId, heading }: Props) {
  const { t } = useTranslation();
  const [limit, setLimit] = useState(commentsAtFirst);
  const thread = { subject, subjectId };
  const input = { ...thread, limit };
  const found = useQuery(trpc.comment.list.queryOptions(input, { placeholderData: keepPreviousData }));
  if (found.error !== null && found.data === undefined && faultOf(found.error).appCode === "NOT_FOUND") return null;
  return (
    <div role="group" className={classes["thread"]} aria-label={heading ?? t("comments:title")}>
      {heading === undefined ? null : <h2 className={classes["heading"]}>{heading}</h2>}
      <FaultAlert error={found.error} onRetry={() => void found.refetch()} />
      {found.data === undefined && found.error === null ? <Loading /> : null}
      {found.data === undefined ? null : (
        <TypingScope entity={subject} entityId={subjectId}>
          <Talk
            thread={thread}
            talk={found.data}
            onEarlier={() => setLimit(Math.min(500, limit + commentsAtFirst * 3))}
          />
        </TypingScope>
      )}
    </div>
  );
}

function Talk({ thread, talk, onEarlier }: { thread: ThreadRef; talk: CommentList; onEarlier: () => void }) {
  const { t } = useTranslation();
  const { user } = useSession();
  const add = useMutation(trpc.comment.add.mutationOptions());
  const isNew = useNewComments(talk.rows);
  const say = (said: { text: string; mentions: string[] }) =>
    add.mutateAsync({ ...thread, ...said }).then(
      () => true,
      () => false,
    );
  return (
    <>
      {talk.earlier > 0 ? (
        <Button variant="subtle" size="compact-sm" onClick={onEarlier}>
          {t("comments:earlier", { count: talk.earlier })}
        </Button>
      ) : null}
      {talk.rows.length === 0 ? <p className={classes["quiet"]}>{t("comments:none")}</p> : null}
      <ol className={classes["comments"]}>
        {talk.rows.map((comment) => (
          <CommentRow key={comment.id} comment={comment} thread={thread} isNew={isNew(comment.id)} />
        ))}
      </ol>
      {talk.may.comment ? (
        <CommentForm
          key={`${thread.subject} ${thread.subjectId}`}
          thread={thread}
          draftKey={`consortia-comment-${user?.id ?? ""}-${thread.subject}-${thread.subjectId}`}
          label={t("comments:label")}
          submitLabel={t("comments:send")}
          error={add.error}
          isBusy={add.isPending}
          onSubmit={say}
        />
      ) : null}
      <p className={classes["audience"]}>
        {talk.isBetweenTwo ? <IconLock size={14} aria-hidden="true" /> : null}
        {t(talk.isBetweenTwo ? "comments:forTwo" : "comments:forAll")}
      </p>
    </>
  );
}
