import { useFormat } from "#client/lib/use-format.ts";

/** A day and hour in the reader's time zone. */
export function InstantText({ at }: { at: number }) {
  const format = useFormat();
  return <time dateTime={new Date(at).toISOString()}>{format.instant(at)}</time>;
}
