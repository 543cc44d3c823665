import { randomBytes } from "node:crypto";
import { createReadStream, type ReadStream } from "node:fs";
import { mkdir, open, rename, rm, stat } from "node:fs/promises";
import path from "node:path";

import { type IncomingFile, receiveFile } from "./incoming-file.ts";

/** Stored files: random ASCII keys, never a name a person typed; what `write` returned survives a power cut. */
export type FileStore = {
  write(bytes: Uint8Array): Promise<string>;
  /** Takes a stream in without holding it in memory. Faults: FILE_TOO_LARGE, EMPTY_FILE. */
  receive(source: AsyncIterable<Uint8Array>, maxBytes: number): Promise<IncomingFile>;
  /** Gives a file that arrived its place for good. */
  adopt(incoming: Pick<IncomingFile, "path">): Promise<string>;
  /** Null when the bytes are gone. */
  read(key: string): Promise<{ stream: ReadStream; bytes: number } | null>;
  remove(key: string): Promise<void>;
};

const keyPattern = /^[a-z0-9]{32}$/;

/** A store in one folder of the data directory: temporary file, fsync, rename, fsync of the folder. */
export function createFolderStore(folder: string): FileStore {
  const locate = (key: string) => {
    if (!keyPattern.test(key)) throw new RangeError("not a file key");
    return path.join(folder, key.slice(0, 2), key);
  };
  return {
    async write(bytes) {
      const key = randomBytes(16).toString("hex");
      const target = locate(key);
      await mkdir(path.dirname(target), { recursive: true });
      const temporary = `${target}.part`;
      const file = await open(temporary, "wx", 0o600);
      try {
        await file.writeFile(bytes);
        await file.sync();
      } finally {
        await file.close();
      }
      await rename(temporary, target);
      await syncFolder(path.dirname(target));
      return key;
    },
    receive: (source, maxBytes) => receiveFile(path.join(folder, "incoming"), source, maxBytes),
    async adopt(incoming) {
      const key = randomBytes(16).toString("hex");
      const target = locate(key);
      await mkdir(path.dirname(target), { recursive: true });
      await rename(incoming.path, target);
      await syncFolder(path.dirname(target));
      return key;
    },
    async read(key) {
      const target = locate(key);
      const found = await stat(target).catch(() => null);
      return found === null ? null : { stream: createReadStream(target), bytes: found.size };
    },
    async remove(key) {
      await rm(locate(key), { force: true });
    },
  };
}

async function syncFolder(folder: string): Promise<void> {
  const handle = await open(folder, "r");
  try {
    await handle.sync();
  } finally {
    await handle.close();
  }
}
