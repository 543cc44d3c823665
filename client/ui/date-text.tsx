import { useFormat } from "#client/lib/use-format.ts";
import { NoValue } from "#client/ui/no-value.tsx";

type Props = {
  /** A day as ISO text, `YYYY-MM-DD`. */
  day: string | null;
};

/** A calendar day in the reader's language. */
export function DateText({ day }: Props) {
  const format = useFormat();
  if (day === null) return <NoValue />;
  return (
    <time dateTime={day} style={{ whiteSpace: "nowrap" }}>
      {format.day(day)}
    </time>
  );
}
