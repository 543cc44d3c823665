import { Button } from "@mantine/core";
import { notifications } from "@mantine/notifications";
import { useMutation } from "@tanstack/react-query";
import { useTranslation } from "react-i18next";
import { trpc } from "#client/app/trpc.ts";
import classes from "#client/features/comments/comments.module.css";
import { faultText } from "#client/lib/fault-text.ts";
import type { CommentRow } from "#shared/features/comments/comment.ts";

const undoableFor = 10_000;

/** Removes a comment and offers for some seconds to bring it back. */
export function useCommentRemoval() {
  const { t } = useTranslation();
  const failed = (error: unknown) =>
    notifications.show({ color: "red", autoClose: false, message: faultText(error, t) });
  const remove = useMutation(trpc.comment.remove.mutationOptions({ onError: failed }));
  const restore = useMutation(trpc.comment.restore.mutationOptions({ onError: failed }));
  return async ({ id, version }: CommentRow): Promise<void> => {
    const gone = await remove.mutateAsync({ id, version }).catch(() => null);
    if (gone === null) return;
    const toast = `comment-${id}`;
    const bringBack = () => {
      notifications.hide(toast);
      restore.mutate(gone);
    };
    notifications.show({
      id: toast,
      autoClose: undoableFor,
      message: (
        <span className={classes["undo"]}>
          {t("comments:removedNow")}
          <Button size="compact-sm" variant="default" onClick={bringBack}>
            {t("common:undo")}
          </Button>
        </span>
      ),
    });
  };
}
