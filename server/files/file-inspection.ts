import { open } from "node:fs/promises";
import path from "node:path";

import { fileTypeFromFile } from "file-type";

import { type AttachmentType, attachmentTypes } from "#shared/features/reporting/attachment-words.ts";
import { Fault } from "#shared/fault.ts";

import type { IncomingFile } from "./incoming-file.ts";

const tailBytes = 66_000;
const zipped = /^application\/vnd\.(?:openxmlformats|oasis)/;

/**
 * What a file is by its bytes, never by what its sender said; the name must not claim something else. Faults:
 * UNSUPPORTED_MEDIA_TYPE FILE_TYPE, UNPROCESSABLE_CONTENT FILE_DAMAGED when the end of it is missing.
 */
export async function inspectFile(incoming: IncomingFile, fileName: string): Promise<AttachmentType> {
  const ending = path.extname(fileName).slice(1).toLowerCase();
  const type = await typeByBytes(incoming);
  if (type === null || !(attachmentTypes[type] as readonly string[]).includes(ending)) throw fileType();
  const tail = await tailOf(incoming);
  const isWhole =
    (type !== "application/pdf" || tail.includes("%%EOF")) && (!zipped.test(type) || tail.includes("PK\u0005\u0006"));
  if (!isWhole) throw fileDamaged();
  return type;
}

async function typeByBytes(incoming: IncomingFile): Promise<AttachmentType | null> {
  const found = await fileTypeFromFile(incoming.path);
  if (found && Object.hasOwn(attachmentTypes, found.mime)) return found.mime as AttachmentType;
  // Plain text has no mark of its own: it is what holds no NUL and is nothing else.
  return !found && !incoming.hasNul ? "text/plain" : null;
}

async function tailOf(incoming: IncomingFile): Promise<string> {
  const file = await open(incoming.path, "r");
  try {
    const length = Math.min(tailBytes, incoming.bytes);
    const { buffer } = await file.read(Buffer.alloc(length), 0, length, incoming.bytes - length);
    return buffer.toString("latin1");
  } finally {
    await file.close();
  }
}

function fileType(): Fault {
  return new Fault("UNSUPPORTED_MEDIA_TYPE", "FILE_TYPE", {
    message: "This kind of file cannot be attached, or its name does not fit what is in it.",
  });
}

/** The refusal of a file that cannot be read to its end. */
export function fileDamaged(cause?: unknown): Fault {
  return new Fault("UNPROCESSABLE_CONTENT", "FILE_DAMAGED", {
    message: "The file is damaged: it cannot be read to its end. Nothing was saved.",
    cause,
  });
}
