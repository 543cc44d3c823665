import { Anchor } from "@mantine/core";
import classes from "#client/features/comments/comments.module.css";
import { commentParts } from "#client/features/comments/comment-parts.ts";

type Props = { text: string; mentions: readonly { userId: string; name: string }[] };

/** What somebody said: lines as they were written, addresses to follow, names that were mentioned. */
export function CommentText({ text, mentions }: Props) {
  return (
    <p className={classes["text"]}>
      {commentParts(text, mentions).map((part, index) => {
        if (part.kind === "words") return part.text;
        if (part.kind === "link") {
          return (
            <Anchor key={index} href={part.href} target="_blank" rel="noopener noreferrer nofollow" underline="always">
              {part.text}
            </Anchor>
          );
        }
        return (
          <strong key={index} className={classes["mention"]}>
            {part.text}
          </strong>
        );
      })}
    </p>
  );
}
