import { NativeSelect } from "@mantine/core";

type Props = { label: string; value: string; onChoose: (timeZone: string) => void };

/** A time zone by its IANA name, out of those this browser knows. */
export function TimeZoneSelect({ label, value, onChoose }: Props) {
  const known = new Set([value, "UTC", ...Intl.supportedValuesOf("timeZone")]);
  const data = [...known].toSorted().map((name) => ({ value: name, label: name.replaceAll("_", " ") }));
  return (
    <NativeSelect label={label} value={value} data={data} onChange={(event) => onChoose(event.currentTarget.value)} />
  );
}
