import { ActionIcon, Menu } from "@mantine/core";
import { IconDots, IconPencil, IconTrash } from "@tabler/icons-react";
import { useMutation } from "@tanstack/react-query";
import { useState } from "react";
import { useTranslation } from "react-i18next";
import { trpc } from "#client/app/trpc.ts";
import { CommentForm } from "#client/features/comments/comment-form.tsx";
import { CommentText } from "#client/features/comments/comment-text.tsx";
import classes from "#client/features/comments/comments.module.css";
import { useCommentRemoval } from "#client/features/comments/use-comment-removal.tsx";
import { PersonAvatar } from "#client/ui/person-avatar.tsx";
import { RelativeTime } from "#client/ui/relative-time.tsx";
import type { CommentRow as Row, ThreadRef } from "#shared/features/comments/comment.ts";

type Props = { comment: Row; thread: ThreadRef; isNew: boolean };

/** One comment: who said it, for whom, when, and what may be done with it. */
export function CommentRow({ comment, thread, isNew }: Props) {
  const { t } = useTranslation();
  const [isEditing, setEditing] = useState(false);
  const edit = useMutation(trpc.comment.edit.mutationOptions());
  const { id, version, text, mentions } = comment;
  const name = comment.byName ?? t("comments:formerMember");
  const start = { text, mentions };
  const save = async (said: { text: string; mentions: string[] }) => {
    const saved = await edit.mutateAsync({ id, version, ...said }).catch(() => null);
    if (saved !== null) setEditing(false);
    return saved !== null;
  };
  return (
    <li className={classes["comment"]} data-new={isNew || undefined}>
      <PersonAvatar name={name} size={30} />
      <div className={classes["body"]}>
        <p className={classes["who"]}>
          <strong>{name}</strong>
          {comment.byOrganisation === null ? null : <span>{comment.byOrganisation}</span>}
          <RelativeTime at={comment.createdAt} />
          {comment.editedAt === null || comment.isRemoved ? null : <span>{t("comments:edited")}</span>}
        </p>
        {comment.isRemoved ? <p className={classes["removed"]}>{t("comments:removed")}</p> : null}
        {isEditing ? (
          <CommentForm
            thread={thread}
            draftKey={`consortia-comment-edit-${id}`}
            label={t("comments:editLabel")}
            submitLabel={t("common:save")}
            start={start}
            error={edit.error}
            isBusy={edit.isPending}
            onSubmit={save}
            onCancel={() => setEditing(false)}
          />
        ) : null}
        {isEditing || comment.isRemoved ? null : <CommentText text={text} mentions={mentions} />}
      </div>
      {isEditing ? null : <CommentActions comment={comment} name={name} onEdit={() => setEditing(true)} />}
    </li>
  );
}

function CommentActions({ comment, name, onEdit }: { comment: Row; name: string; onEdit: () => void }) {
  const { t } = useTranslation();
  const remove = useCommentRemoval();
  if (!comment.may.edit && !comment.may.remove) return null;
  return (
    <Menu position="bottom-end" width={200}>
      <Menu.Target>
        <ActionIcon variant="subtle" color="gray" aria-label={t("comments:actions", { name })} data-chrome>
          <IconDots size={18} aria-hidden="true" />
        </ActionIcon>
      </Menu.Target>
      <Menu.Dropdown>
        {comment.may.edit ? (
          <Menu.Item leftSection={<IconPencil size={16} aria-hidden="true" />} onClick={onEdit}>
            {t("comments:edit")}
          </Menu.Item>
        ) : null}
        {comment.may.remove ? (
          <Menu.Item leftSection={<IconTrash size={16} aria-hidden="true" />} onClick={() => void remove(comment)}>
            {t("common:remove")}
          </Menu.Item>
        ) : null}
      </Menu.Dropdown>
    </Menu>
  );
}
