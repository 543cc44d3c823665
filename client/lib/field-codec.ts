import { formatScaled, parseScaled } from "#shared/scaled.ts";

/** Turns a value into the text a person edits, and back; `undefined` means the text is no such value. */
export type FieldCodec<Value> = { write: (value: Value) => string; read: (text: string) => Value | undefined };

/** Text; empty becomes null. */
export const textCodec: FieldCodec<string | null> = {
  write: (value) => value ?? "",
  read: (text) => (text.trim() === "" ? null : text.trim()),
};

/** A decimal number kept as a string with a dot; comma and grouping by spaces are read too. */
export const decimalCodec: FieldCodec<string | null> = {
  write: (value) => value ?? "",
  read: (text) => {
    const compact = text.replaceAll(/[\s\u00a0\u202f]/g, "").replace(",", ".");
    if (compact === "") return null;
    return /^\d{1,15}(\.\d{1,15})?$/.test(compact) ? compact : undefined;
  },
};

/** A count of `10^-places` as a decimal number: cents (2), hundredths (2), whole numbers (0). */
export function scaledCodec(places: number): FieldCodec<number | null> {
  return {
    write: (value) => (value === null ? "" : formatScaled(value, places)),
    read: (text) => (text.trim() === "" ? null : (parseScaled(text, places) ?? undefined)),
  };
}
