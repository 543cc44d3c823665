import { fork } from "node:child_process";
import { rename, rm, stat } from "node:fs/promises";

import { childEntry } from "#server/paths.ts";
import { attachmentLimits } from "#shared/features/reporting/attachment-words.ts";
import { Fault } from "#shared/fault.ts";

import { fileDamaged } from "./file-inspection.ts";
import type { IncomingFile } from "./incoming-file.ts";
import type { RedrawAnswer } from "./redraw-child.ts";

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
  const answer = await askChild(incoming.path, drawn);
  if (!("done" in answer)) await rm(drawn, { force: true });
  if ("tooLarge" in answer) {
    const { megapixels } = attachmentLimits;
    throw new Fault("PAYLOAD_TOO_LARGE", "IMAGE_TOO_LARGE", {
      message: `A picture has at most ${megapixels} megapixels.`,
      params: { megapixels },
    });
  }
  if ("failure" in answer) throw fileDamaged(answer.failure);
  await rename(drawn, incoming.path);
  const { size } = await stat(incoming.path);
  return { ...incoming, bytes: size };
}

function askChild(from: string, to: string): Promise<RedrawAnswer> {
  return new Promise((resolve, reject) => {
    const child = fork(childEntry("server/files/redraw-child"), [], {
      env: { TZ: "UTC", NODE_ENV: "production" },
      stdio: ["ignore", "ignore", "ignore", "ipc"],
    });
    const finish = (settle: () => void) => {
      clearTimeout(timer);
      child.removeAllListeners();
      child.on("error", () => undefined);
      child.kill("SIGKILL");
      settle();
    };
    const failed = (failure: string) => finish(() => resolve({ failure }));
    const timer = setTimeout(() => failed("it took too long"), longestMs);
    child.on("message", (answer) => finish(() => resolve(answer as RedrawAnswer)));
    child.on("error", (error) => finish(() => reject(error)));
    child.on("exit", (code, signal) => failed(`the decoder ended with ${signal ?? code}`));
    child.send({ from, to });
  });
}
