import { Button, Group, Textarea } from "@mantine/core";
import { type KeyboardEvent, useId, useRef, useState } from "react";
import { useTranslation } from "react-i18next";
import { type CommentDraft, keepDraft, mentionedIn, readDraft } from "#client/features/comments/comment-draft.ts";
import classes from "#client/features/comments/comments.module.css";
import { MentionList } from "#client/features/comments/mention-list.tsx";
import { useMentionChoice } from "#client/features/comments/use-mention-choice.ts";
import { fieldTexts } from "#client/lib/fault-text.ts";
import { useTyping } from "#client/lib/typing-port.ts";
import { FaultAlert } from "#client/ui/fault-alert.tsx";
import { TypingNote } from "#client/ui/typing-note.tsx";
import { longestComment } from "#shared/features/comments/comment-words.ts";
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

/** Where a comment is written: Enter makes a line, Ctrl or ⌘ with Enter sends it, @ offers names. */
export function CommentForm(props: Props) {
  const { thread, draftKey, label, submitLabel, start, error, isBusy, onSubmit, onCancel } = props;
  const { t } = useTranslation();
  const listId = useId();
  const input = useRef<HTMLTextAreaElement>(null);
  const [draft, setDraft] = useState<CommentDraft>(() => {
    const kept = readDraft(draftKey);
    return kept.text === "" && start !== undefined ? start : kept;
  });
  const typing = useTyping("comment");
  const change = (next: CommentDraft) => {
    setDraft(next);
    keepDraft(draftKey, next);
  };
  const choice = useMentionChoice({
    thread,
    draft,
    onChange: (next, caret) => {
      change(next);
      requestAnimationFrame(() => input.current?.setSelectionRange(caret, caret));
    },
  });
  const isEmpty = draft.text.trim() === "";
  async function submit(): Promise<void> {
    if (isEmpty || isBusy) return;
    typing.stop();
    if (await onSubmit({ text: draft.text, mentions: mentionedIn(draft) })) change({ text: "", mentions: [] });
  }
  const onKeyDown = (event: KeyboardEvent) => {
    if (choice.onKey(event)) return;
    if (event.key === "Escape" && onCancel !== undefined) {
      event.stopPropagation();
      onCancel();
    }
    if (event.key === "Enter" && (event.ctrlKey || event.metaKey)) {
      event.preventDefault();
      void submit();
    }
  };
  const isOffering = choice.people.length > 0;
  return (
    <div className={classes["form"]}>
      <Textarea
        ref={input}
        label={label}
        description={t("comments:hint")}
        inputWrapperOrder={["label", "input", "description", "error"]}
        autosize
        minRows={2}
        maxRows={12}
        maxLength={longestComment}
        value={draft.text}
        error={fieldTexts(error, t)["text"] ?? fieldTexts(error, t)["mentions"]}
        aria-autocomplete="list"
        aria-controls={isOffering ? listId : undefined}
        aria-activedescendant={isOffering ? `${listId}-${choice.chosen}` : undefined}
        onChange={(event) => {
          change({ ...draft, text: event.currentTarget.value });
          choice.follow(event.currentTarget.selectionStart, true);
          typing.note();
        }}
        onSelect={(event) => choice.follow(event.currentTarget.selectionStart, false)}
        onBlur={() => {
          choice.follow(undefined, false);
          typing.stop();
        }}
        onKeyDown={onKeyDown}
      />
      <MentionList id={listId} people={choice.people} chosen={choice.chosen} onTake={choice.take} />
      <TypingNote typists={typing.typists} />
      <FaultAlert error={error} />
      <Group gap="xs" justify="flex-end">
        {onCancel === undefined ? null : (
          <Button variant="default" onClick={onCancel}>
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
