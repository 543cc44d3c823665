import classes from "#client/features/streams/stream-mark.module.css";
import { StreamSwatch } from "#client/features/streams/stream-swatch.tsx";
import type { StreamColour, StreamPattern } from "#shared/features/streams/stream-words.ts";

type Props = { code: string; colour: StreamColour; pattern: StreamPattern };

/** A stream's code on its own colour and pattern. */
export function StreamMark({ code, colour, pattern }: Props) {
  return (
    <span className={classes["mark"]}>
      <StreamSwatch colour={colour} pattern={pattern} />
      {code}
    </span>
  );
}
