import { createHash } from "node:crypto";
import { createReadStream } from "node:fs";
import type { IncomingMessage } from "node:http";

import type { ReadDb } from "#server/db/database.ts";
import { viewOf } from "#server/features/reporting/attachment-queries.ts";
import {
  attachEvidence,
  demandAttachable,
  type StoredEvidence,
} from "#server/features/reporting/attachment-service.ts";
import type { Parts } from "#server/parts.ts";
import { type AttachmentType, attachmentTypes, redrawnImages } from "#shared/features/reporting/attachment-words.ts";
import type { Attachment } from "#shared/features/reporting/attachment.ts";
import { Fault } from "#shared/fault.ts";
import type { Person } from "#shared/features/members/standing.ts";
import { nameSchema } from "#shared/text.ts";

import { inspectFile } from "./file-inspection.ts";
import type { IncomingFile } from "./incoming-file.ts";
import { readParts } from "./multipart-reading.ts";
import { redrawInTurn } from "./redraw-run.ts";

/**
 * Takes the files of a request in as evidence of a report: all of them or none. Bytes are safe on disk before their rows
 * are. `asWhom` says who acts, before the first byte and once more with the rows. Faults: those of `attachEvidence`, FILE_TOO_LARGE, FILE_TYPE, FILE_DAMAGED, IMAGE_TOO_LARGE, TOO_MANY_FILES.
 */
export async function storeEvidence(
  parts: Parts,
  asWhom: (db: ReadDb) => Promise<Person>,
  updateId: string,
  request: IncomingMessage,
): Promise<Attachment[]> {
  // Before a byte is taken in: whoever may not attach fills no disk.
  const person = await asWhom(parts.db.read);
  await demandAttachable(parts.db.read, person, updateId);
  const incoming: IncomingFile[] = [];
  const adopted: StoredEvidence[] = [];
  try {
    await readParts(request, async (name, stream) => {
      const fileName = cleanName(name);
      let file = await parts.files.receive(stream, parts.settings.maxFileBytes);
      incoming.push(file);
      const mediaType = await inspectFile(file, fileName);
      if (redrawnImages.includes(mediaType)) file = await redrawInTurn(file, attachmentTypes[mediaType][0]);
      const sha256 = await hashOf(file);
      const fileKey = await parts.files.adopt(file);
      adopted.push({ fileKey, fileName, mediaType: storedType(mediaType), bytes: file.bytes, sha256 });
    });
    if (adopted.length === 0)
      throw new Fault("BAD_REQUEST", "NO_FILE", { message: "There is no file in the request." });
    const actor = { userId: person.userId, actingForId: person.seat?.organisationId ?? null };
    const rows = await parts.db.transact(actor, async (tx) =>
      attachEvidence(tx, await asWhom(tx), { updateId, files: adopted }),
    );
    // What was attached already has its bytes; those of the second time belong to nothing.
    const used = new Set(rows.map(({ fileKey }) => fileKey));
    for (const { fileKey } of adopted) if (!used.has(fileKey)) await parts.files.remove(fileKey);
    return rows.map((row) => viewOf(row, null));
  } catch (error) {
    for (const file of incoming) await file.discard();
    for (const { fileKey } of adopted) await parts.files.remove(fileKey);
    throw error;
  }
}

// Markup that a browser could run is stored as bytes of no kind.
function storedType(type: AttachmentType): string {
  return type === "application/xml" ? "application/octet-stream" : type;
}

/** The name a file came with, without its folders; controls and bidirectional marks are refused. */
function cleanName(name: string): string {
  const parsed = nameSchema(200).safeParse(name.replace(/^.*[/\\]/, ""));
  if (parsed.success) return parsed.data;
  throw new Fault("BAD_REQUEST", "BAD_CHARACTER", {
    message: "The name of the file has characters that names cannot have.",
  });
}

async function hashOf(file: IncomingFile): Promise<string> {
  const hash = createHash("sha256");
  for await (const chunk of createReadStream(file.path)) hash.update(chunk as Buffer);
  return hash.digest("hex");
}
