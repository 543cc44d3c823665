import { keepPreviousData, useQuery } from "@tanstack/react-query";
import { type KeyboardEvent, useState } from "react";
import { trpc } from "#client/app/trpc.ts";
import { begunName, type CommentDraft } from "#client/features/comments/comment-draft.ts";
import type { ThreadRef } from "#shared/features/comments/comment.ts";

type Options = {
  thread: ThreadRef;
  draft: CommentDraft;
  onChange: (draft: CommentDraft, caret: number) => void;
};

/** The names offered while one is being typed after an @: only people who may read the thread, as the server knows them. */
export function useMentionChoice({ thread, draft, onChange }: Options) {
  const [caret, setCaret] = useState<number>();
  const [isPutAway, setPutAway] = useState(false);
  const [place, setPlace] = useState(0);
  const begun = caret === undefined || isPutAway ? null : begunName(draft.text, caret);
  const found = useQuery(
    trpc.comment.mentionable.queryOptions(
      { ...thread, search: begun?.search ?? "" },
      { enabled: begun !== null, placeholderData: keepPreviousData },
    ),
  );
  const people = begun === null ? [] : (found.data ?? []);
  const chosen = Math.min(place, people.length - 1);

  const take = (index: number) => {
    const person = people[index];
    if (begun === null || caret === undefined || person === undefined) return;
    const head = `${draft.text.slice(0, begun.from)}@${person.name} `;
    const { userId, name } = person;
    const mentions = [...draft.mentions.filter((each) => each.userId !== userId), { userId, name }];
    setCaret(head.length);
    setPutAway(true);
    onChange({ text: head + draft.text.slice(caret), mentions }, head.length);
  };
  return {
    people,
    chosen,
    take,
    /** Where the caret stands now; undefined when the text lost the focus. */
    follow: (next: number | undefined, isTyping: boolean) => {
      setCaret(next);
      if (isTyping) {
        setPutAway(false);
        setPlace(0);
      }
    },
    /** Whether the key was for the list. */
    onKey: (event: KeyboardEvent): boolean => {
      if (people.length === 0) return false;
      if (event.key === "ArrowDown") setPlace((chosen + 1) % people.length);
      else if (event.key === "ArrowUp") setPlace((chosen + people.length - 1) % people.length);
      else if (event.key === "Enter" || event.key === "Tab") take(chosen);
      else if (event.key === "Escape") setPutAway(true);
      else return false;
      event.preventDefault();
      event.stopPropagation();
      return true;
    },
  };
}
