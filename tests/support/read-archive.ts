import { unzipSync } from "fflate";

/** The text parts of an Office file by path. */
export function readArchive(bytes: Uint8Array): Map<string, string> {
  const decoder = new TextDecoder();
  return new Map(Object.entries(unzipSync(bytes)).map(([path, part]) => [path, decoder.decode(part)]));
}
