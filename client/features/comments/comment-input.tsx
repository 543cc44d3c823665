import { Textarea } from "@mantine/core";
import { type KeyboardEvent, useId, useRef } from "react";
import { useTranslation } from "react-i18next";
import type { CommentDraft } from "#client/features/comments/comment-draft.ts";
import { MentionList } from "#client/features/comments/mention-list.tsx";
import { useMentionChoice } from "#client/features/comments/use-mention-choice.ts";
import { useTyping } from "#client/lib/typing-port.ts";
import { TypingNote } from "#client/ui/typing-note.tsx";
import { longestComment } from "#shared/features/comments/comment-words.ts";
import type { ThreadRef } from "#shared/features/comments/comment.ts";

type Props = {
  thread: ThreadRef;
  label: string;
  draft: CommentDraft;
  error: string | undefined;
  onChange: (draft: CommentDraft) => void;
  onSend: () => void;
  onCancel: (() => void) | undefined;
};

/** The text of a comment: Enter makes a line, Ctrl or ⌘ with Enter sends it, @ offers names. */
export function CommentInput({ thread, label, draft, error, onChange, onSend, onCancel }: Props) {
  const { t } = useTranslation();
  const listId = useId();
  const input = useRef<HTMLTextAreaElement>(null);
  const typing = useTyping("comment");
  const choice = useMentionChoice({
    thread,
    draft,
    onChange: (next, caret) => {
      onChange(next);
      requestAnimationFrame(() => input.current?.setSelectionRange(caret, caret));
    },
  });
  const isOffering = choice.people.length > 0;
  const onKeyDown = (event: KeyboardEvent) => {
    if (choice.onKey(event)) return;
    if (event.key === "Escape" && onCancel !== undefined) {
      event.stopPropagation();
      onCancel();
    }
    if (event.key !== "Enter" || !(event.ctrlKey || event.metaKey)) return;
    event.preventDefault();
    typing.stop();
    onSend();
  };
  return (
    <>
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
        error={error}
        aria-autocomplete="list"
        aria-controls={isOffering ? listId : undefined}
        aria-activedescendant={isOffering ? `${listId}-${choice.chosen}` : undefined}
        onChange={(event) => {
          onChange({ ...draft, text: event.currentTarget.value });
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
    </>
  );
}
