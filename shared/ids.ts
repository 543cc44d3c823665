import { z } from "zod";

/** A UUIDv7 (any UUID is accepted on reading, so that imported identifiers stay). */
export const idSchema = z.uuid();

/** Makes a UUIDv7 from milliseconds since 1970 and ten random bytes (RFC 9562, section 5.7). */
export function uuidv7(at: number, random: Uint8Array): string {
  const bytes = new Uint8Array(16);
  let rest = at;
  for (let index = 5; index >= 0; index -= 1) {
    bytes[index] = rest % 256;
    rest = Math.floor(rest / 256);
  }
  bytes.set(random.subarray(0, 10), 6);
  bytes[6] = ((bytes[6] ?? 0) & 0x0f) | 0x70;
  bytes[8] = ((bytes[8] ?? 0) & 0x3f) | 0x80;
  const hex = Array.from(bytes, (byte) => byte.toString(16).padStart(2, "0")).join("");
  return [hex.slice(0, 8), hex.slice(8, 12), hex.slice(12, 16), hex.slice(16, 20), hex.slice(20)].join("-");
}
