import { inflateRawSync } from "node:zlib";

import { importLimits, ImportRefusal } from "./import-limits.ts";

type Entry = { name: string; method: number; packed: number; unpacked: number; offset: number };

const endOfDirectory = 0x06054b50;
const directoryEntry = 0x02014b50;
const localEntry = 0x04034b50;

/**
 * The wanted entries of a ZIP archive. The directory is checked before anything is unpacked (entries, sizes, ratio) and
 * every byte is counted while it is unpacked, because a directory can lie. Faults: IMPORT_TOO_LARGE, FILE_DAMAGED.
 */
export function readArchive(bytes: Buffer, isWanted: (name: string) => boolean): Map<string, Buffer> {
  const entries = directoryOf(bytes);
  if (entries.length > importLimits.entries) throw new ImportRefusal("IMPORT_TOO_LARGE");
  const claimed = entries.reduce((sum, entry) => sum + entry.unpacked, 0);
  if (claimed > importLimits.unpackedBytes || isBomb(claimed, bytes.length))
    throw new ImportRefusal("IMPORT_TOO_LARGE");
  let left: number = importLimits.unpackedBytes;
  const found = new Map<string, Buffer>();
  for (const entry of entries) {
    if (!isWanted(entry.name)) continue;
    const content = unpack(bytes, entry, left);
    left -= content.length;
    if (isBomb(importLimits.unpackedBytes - left, bytes.length)) throw new ImportRefusal("IMPORT_TOO_LARGE");
    found.set(entry.name, content);
  }
  return found;
}

// A sheet of few words packs well without being a bomb: the ratio counts from one megabyte on.
function isBomb(unpacked: number, packed: number): boolean {
  return unpacked > 1024 * 1024 && unpacked > packed * importLimits.ratio;
}

function directoryOf(bytes: Buffer): Entry[] {
  const end = bytes.lastIndexOf(Buffer.from([0x50, 0x4b, 0x05, 0x06]));
  if (end < 0 || end + 22 > bytes.length || bytes.readUInt32LE(end) !== endOfDirectory)
    throw new ImportRefusal("FILE_DAMAGED");
  const count = bytes.readUInt16LE(end + 10);
  if (count > importLimits.entries) throw new ImportRefusal("IMPORT_TOO_LARGE");
  const entries: Entry[] = [];
  let at = bytes.readUInt32LE(end + 16);
  for (let index = 0; index < count; index += 1) {
    if (at + 46 > bytes.length || bytes.readUInt32LE(at) !== directoryEntry) throw new ImportRefusal("FILE_DAMAGED");
    // Encrypted entries cannot be read.
    if ((bytes.readUInt16LE(at + 8) & 1) === 1) throw new ImportRefusal("FILE_ENCRYPTED");
    const nameLength = bytes.readUInt16LE(at + 28);
    entries.push({
      name: bytes.toString("utf8", at + 46, at + 46 + nameLength).replaceAll("\\", "/"),
      method: bytes.readUInt16LE(at + 10),
      packed: bytes.readUInt32LE(at + 20),
      unpacked: bytes.readUInt32LE(at + 24),
      offset: bytes.readUInt32LE(at + 42),
    });
    at += 46 + nameLength + bytes.readUInt16LE(at + 30) + bytes.readUInt16LE(at + 32);
  }
  return entries;
}

function unpack(bytes: Buffer, { method, packed, offset }: Entry, left: number): Buffer {
  if (offset + 30 > bytes.length || bytes.readUInt32LE(offset) !== localEntry) throw new ImportRefusal("FILE_DAMAGED");
  const start = offset + 30 + bytes.readUInt16LE(offset + 26) + bytes.readUInt16LE(offset + 28);
  if (start + packed > bytes.length) throw new ImportRefusal("FILE_DAMAGED");
  const content = bytes.subarray(start, start + packed);
  if (method === 0) return content;
  if (method !== 8) throw new ImportRefusal("FILE_DAMAGED");
  try {
    return inflateRawSync(content, { maxOutputLength: Math.max(1, left) });
  } catch (error) {
    const isTooLarge = error instanceof Error && "code" in error && error.code === "ERR_BUFFER_TOO_LARGE";
    throw new ImportRefusal(isTooLarge ? "IMPORT_TOO_LARGE" : "FILE_DAMAGED");
  }
}
