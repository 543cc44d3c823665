import { useFormat } from "#client/lib/use-format.ts";
import { useNow } from "#client/lib/use-now.ts";

/** How long ago something happened, kept true while it is shown; the exact time stands in the tooltip. `at` is an instant. */
export function RelativeTime({ at }: { at: number }) {
  const format = useFormat();
  const now = useNow();
  return (
    <time dateTime={new Date(at).toISOString()} title={format.instant(at)}>
      {format.relative(at, now)}
    </time>
  );
}
