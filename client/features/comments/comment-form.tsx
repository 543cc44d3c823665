import { Button, Group } from "@mantine/core";
import { useState } from "react";
import { useTranslation } from "react-i18next";
import { type CommentDraft, keepDraft, mentionedIn, readDraft } from "#client/features/comments/comment-draft.ts";
import { CommentInput } from "#client/features/comments/comment-input.tsx";
import classes from "#client/features/comments/comments.module.css";
import { fieldTexts } from "#client/lib/fault-text.ts";
import { FaultAlert } from "#client/ui/fault-alert.tsx";
import type { ThreadRef } from "#shared/features/comments/comment.ts";

type Said = { text: string; mentions: string[] };
type Props = {
  thread: ThreadRef;
  /** Where the draft is kept in this tab. */
  draftKey: string;
  label: string;
  submitLabel: string;
  start?: CommentDraft;
  error: unknown;
  isBusy: boolean;
  /** Resolves to whether it was taken; the text stays until then. */
  onSubmit: (said: Said) => Promise<boolean>;
  onCancel?: () => void;
};

/** Where a comment is written; what is begun is kept until it is sent, also when the page is left. */
export function CommentForm(props: Props) {
  const { thread, draftKey, label, submitLabel, start, error, isBusy, onSubmit, onCancel } = props;
  const { t } = useTranslation();
  const [draft, setDraft] = useState<CommentDraft>(() => {
    const kept = readDraft(draftKey);
    return kept.text === "" && start !== undefined ? start : kept;
  });
  const change = (next: CommentDraft) => {
    setDraft(next);
    keepDraft(draftKey, next);
  };
  const isEmpty = draft.text.trim() === "";
  async function submit(): Promise<void> {
    if (isEmpty || isBusy) return;
    if (await onSubmit({ text: draft.text, mentions: mentionedIn(draft) })) change({ text: "", mentions: [] });
  }
  const cancel =
    onCancel &&
    (() => {
      change({ text: "", mentions: [] });
      onCancel();
    });
  const texts = fieldTexts(error, t);
  return (
    <div className={classes["form"]}>
      <CommentInput
        thread={thread}
        label={label}
        draft={draft}
        error={texts["text"] ?? texts["mentions"]}
        onChange={change}
        onSend={() => void submit()}
        onCancel={cancel}
      />
      <FaultAlert error={error} />
      <Group gap="xs" justify="flex-end">
        {cancel === undefined ? null : (
          <Button variant="default" onClick={cancel}>
            {t("common:cancel")}
          </Button>
        )}
        <Button onClick={() => void submit()} loading={isBusy} disabled={isEmpty}>
          {submitLabel}
        </Button>
      </Group>
    </div>
  );
}
