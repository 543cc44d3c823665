const known = new Map<string, number>();

/** How many decimal places the minor unit of a currency (ISO 4217) stands for: EUR 2, JPY 0. */
export function minorPlaces(currency: string): number {
  const places =
    known.get(currency) ??
    new Intl.NumberFormat("en", { style: "currency", currency }).resolvedOptions().maximumFractionDigits ??
    2;
  known.set(currency, places);
  return places;
}
