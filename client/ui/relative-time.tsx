import { useEffect, useState } from "react";
import { useFormat } from "#client/lib/use-format.ts";

const minute = 60_000;

/** How long ago something happened, kept true while it is shown; the exact time stands in the tooltip. `at` is an instant. */
export function RelativeTime({ at }: { at: number }) {
  const format = useFormat();
  const [now, setNow] = useState(Date.now);
  useEffect(() => {
    const timer = setInterval(() => setNow(Date.now()), minute);
    return () => clearInterval(timer);
  }, []);
  return (
    <time dateTime={new Date(at).toISOString()} title={format.instant(at)}>
      {format.relative(at, now)}
    </time>
  );
}
