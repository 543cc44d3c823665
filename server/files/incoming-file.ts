import { randomBytes } from "node:crypto";
import { mkdir, open, rm } from "node:fs/promises";
import path from "node:path";

import { Fault } from "#shared/fault.ts";

/** A file that arrived and belongs to nothing yet: kept by `adopt` of the store, or removed by `discard`. */
export type IncomingFile = {
  readonly path: string;
  readonly bytes: number;
  /** A NUL byte is in it: no plain text. */
  readonly hasNul: boolean;
  discard(): Promise<void>;
};

/** The refusal of a file that is larger than allowed; `maxBytes` is told in whole MB. */
export function fileTooLarge(maxBytes: number): Fault {
  const megabytes = Math.floor(maxBytes / 1024 / 1024);
  return new Fault("PAYLOAD_TOO_LARGE", "FILE_TOO_LARGE", {
    message: `A file has at most ${megabytes} MB.`,
    params: { megabytes },
  });
}

/**
 * Writes a stream into a temporary file of `folder`, safe on disk before it resolves. A stream that breaks off, or goes
 * beyond `maxBytes`, leaves nothing behind. Faults: FILE_TOO_LARGE, EMPTY_FILE.
 */
export async function receiveFile(
  folder: string,
  source: AsyncIterable<Uint8Array>,
  maxBytes: number,
): Promise<IncomingFile> {
  await mkdir(folder, { recursive: true, mode: 0o700 });
  const target = path.join(folder, `${randomBytes(16).toString("hex")}.part`);
  const discard = () => rm(target, { force: true });
  const file = await open(target, "wx", 0o600);
  let bytes = 0;
  let hasNul = false;
  try {
    for await (const chunk of source) {
      bytes += chunk.length;
      if (bytes > maxBytes) throw fileTooLarge(maxBytes);
      hasNul ||= chunk.includes(0);
      await file.write(chunk);
    }
    if (bytes === 0) throw new Fault("UNPROCESSABLE_CONTENT", "EMPTY_FILE", { message: "The file is empty." });
    await file.sync();
  } catch (error) {
    await file.close();
    await discard();
    throw error;
  }
  await file.close();
  return { path: target, bytes, hasNul, discard };
}
