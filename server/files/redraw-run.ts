import { rename, rm, stat } from "node:fs/promises";

import { runChild } from "#server/children/child-run.ts";
import { attachmentLimits } from "#shared/features/reporting/attachment-words.ts";
import { Fault } from "#shared/fault.ts";

import { fileDamaged } from "./file-inspection.ts";
import type { IncomingFile } from "./incoming-file.ts";
import type { Redrawn, RedrawTask } from "./image-redrawing.ts";

const longestMs = 20_000;
const mostWaiting = 20;
let waiting = 0;
let turn: Promise<unknown> = Promise.resolve();

/**
 * Replaces an image that arrived by one drawn anew from it, one picture at a time, in a child process. The ending of the
 * target tells the format. Faults: IMAGE_TOO_LARGE, FILE_DAMAGED, UPLOAD_BUSY.
 */
export async function redrawInTurn(incoming: IncomingFile, ending: string): Promise<IncomingFile> {
  if (waiting >= mostWaiting) {
    throw new Fault("SERVICE_UNAVAILABLE", "UPLOAD_BUSY", {
      message: "Many pictures are waiting. Please try again in a minute.",
    });
  }
  waiting += 1;
  const mine = turn.then(() => redraw(incoming, ending));
  turn = mine.catch(() => undefined);
  return await mine.finally(() => (waiting -= 1));
}

async function redraw(incoming: IncomingFile, ending: string): Promise<IncomingFile> {
  const drawn = `${incoming.path}.${ending}`;
  const task: RedrawTask = { from: incoming.path, to: drawn };
  const end = await runChild<Redrawn>(task, { entry: "server/files/redraw-child", longestMs });
  if (end.how === "answered" && end.result === "drawn") {
    await rename(drawn, incoming.path);
    const { size } = await stat(incoming.path);
    return { ...incoming, bytes: size };
  }
  await rm(drawn, { force: true });
  throw end.how === "answered" ? imageTooLarge() : fileDamaged(end);
}

function imageTooLarge(): Fault {
  const { megapixels } = attachmentLimits;
  return new Fault("PAYLOAD_TOO_LARGE", "IMAGE_TOO_LARGE", {
    message: `A picture has at most ${megapixels} megapixels.`,
    params: { megapixels },
  });
}
