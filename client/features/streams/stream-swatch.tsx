import classes from "#client/features/streams/stream-mark.module.css";
import type { StreamColour, StreamPattern } from "#shared/features/streams/stream-words.ts";

type Props = { colour: StreamColour; pattern: StreamPattern; isLarge?: boolean };

/** Colour and pattern of a stream as a small square; what it stands for is written beside it. */
export function StreamSwatch({ colour, pattern, isLarge = false }: Props) {
  return (
    <span
      className={classes["swatch"]}
      data-colour={colour}
      data-pattern={pattern}
      data-large={isLarge || undefined}
      aria-hidden="true"
    />
  );
}
