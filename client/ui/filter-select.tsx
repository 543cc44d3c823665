import { NativeSelect } from "@mantine/core";

type Props = {
  label: string;
  /** What the choice of everything is called. */
  allLabel: string;
  value: string | undefined;
  options: readonly { value: string; label: string }[];
  onChoose: (value: string | undefined) => void;
};

/** One filter of a list; the browser's own select, which works everywhere with one hand. */
export function FilterSelect({ label, allLabel, value, options, onChoose }: Props) {
  return (
    <NativeSelect
      aria-label={label}
      value={value ?? ""}
      onChange={(event) => onChoose(event.currentTarget.value === "" ? undefined : event.currentTarget.value)}
      data={[{ value: "", label: `${label}: ${allLabel}` }, ...options]}
    />
  );
}
