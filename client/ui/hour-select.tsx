import { NativeSelect } from "@mantine/core";

type Props = { label: string; value: number; onChoose: (hour: number) => void };

const hours = Array.from({ length: 24 }, (_, hour) => ({
  value: String(hour),
  label: `${String(hour).padStart(2, "0")}:00`,
}));

/** A full hour of the day. */
export function HourSelect({ label, value, onChoose }: Props) {
  return (
    <NativeSelect
      label={label}
      value={String(value)}
      data={hours}
      onChange={(event) => onChoose(Number(event.currentTarget.value))}
    />
  );
}
