/** A value as text or attribute of an SVG file; characters that XML 1.0 does not allow are left out. */
export function svgText(value: string): string {
  return Array.from(value)
    .filter((letter) => isAllowed(letter.codePointAt(0) ?? 0))
    .join("")
    .replaceAll("&", "&amp;")
    .replaceAll("<", "&lt;")
    .replaceAll(">", "&gt;")
    .replaceAll('"', "&quot;");
}

function isAllowed(code: number): boolean {
  if (code < 0x20) return code === 0x9 || code === 0xa || code === 0xd;
  return !(code >= 0xd800 && code <= 0xdfff) && code !== 0xfffe && code !== 0xffff;
}

/** The beginning of a text that fits into `width` pixels at a size of the typeface, by the breadth of its usual letters. */
export function fitting(value: string, width: number, size: number): string {
  const most = Math.max(1, Math.floor(width / (size * 0.56)));
  const letters = Array.from(value);
  return letters.length <= most
    ? value
    : `${letters
        .slice(0, most - 1)
        .join("")
        .trimEnd()}…`;
}

/** A number of pixels as short as it can be said. */
export const px = (value: number): string => String(Math.round(value * 100) / 100);

type Attributes = Record<string, string | number | undefined>;

/** One element; attribute values are escaped, `inner` is markup already. */
export function tag(name: string, attributes: Attributes, inner = ""): string {
  const written = Object.entries(attributes)
    .filter(([, value]) => value !== undefined)
    .map(([key, value]) => ` ${key}="${typeof value === "number" ? px(value) : svgText(value ?? "")}"`)
    .join("");
  return inner === "" ? `<${name}${written}/>` : `<${name}${written}>${inner}</${name}>`;
}

/** A line of text at its baseline. */
export const words = (x: number, y: number, value: string, attributes: Attributes = {}): string =>
  value === "" ? "" : tag("text", { x, y, "font-size": 11, fill: ink, ...attributes }, svgText(value));

export const ink = "#24221e";
export const soft = "#565249";
export const hair = "#d8d4cc";
export const late = "#b42318";
