import type { IncomingMessage } from "node:http";
import type { Readable } from "node:stream";

import busboy from "busboy";

import { attachmentLimits } from "#shared/features/reporting/attachment-words.ts";
import { Fault } from "#shared/fault.ts";

/**
 * Reads the files of a multipart request one after the other; `take` gets each as a stream with the name it came with. The
 * request is read to its end whatever happens, so that its sender hears the answer. Faults: UNSUPPORTED_MEDIA_TYPE, TOO_MANY_FILES,
 * UPLOAD_BROKEN, and what `take` throws.
 */
export async function readParts(
  request: IncomingMessage,
  take: (name: string, stream: AsyncIterable<Uint8Array>) => Promise<void>,
): Promise<void> {
  const reader = openReader(request);
  let failure: unknown = null;
  let turn = Promise.resolve();
  const takeAfter = async (before: Promise<void>, name: string, stream: Readable): Promise<void> => {
    await before;
    try {
      // A stream that its reader gave up has to flow on, or the rest of the request never comes.
      if (failure === null) await take(name, stream.iterator({ destroyOnReturn: false }) as AsyncIterable<Uint8Array>);
    } catch (error) {
      failure = error;
    }
    stream.resume();
  };
  // A stream that waits for its turn holds back the request, not memory.
  reader.on("file", (_field, stream, { filename }) => {
    turn = takeAfter(turn, filename ?? "", stream);
  });
  const refuse = () => (failure ??= tooManyFiles());
  reader.on("filesLimit", refuse);
  await new Promise<void>((resolve) => {
    const broken = (error: unknown) => {
      failure ??= brokenUpload(error);
      request.unpipe(reader);
      request.resume();
      resolve();
    };
    reader.on("close", resolve);
    reader.on("error", broken);
    request.once("close", () => {
      if (request.complete) return;
      broken(null);
      reader.destroy();
    });
    request.pipe(reader);
  });
  await turn;
  if (failure !== null) throw failure;
}

function openReader(request: IncomingMessage): busboy.Busboy {
  try {
    return busboy({
      headers: request.headers,
      defParamCharset: "utf8",
      limits: {
        files: attachmentLimits.perRequest,
        fields: 5,
        fieldSize: 1024,
        parts: attachmentLimits.perRequest + 5,
      },
    });
  } catch (error) {
    throw new Fault("UNSUPPORTED_MEDIA_TYPE", "NOT_MULTIPART", {
      message: "Files travel as multipart/form-data.",
      cause: error,
    });
  }
}

function tooManyFiles(): Fault {
  const count = attachmentLimits.perRequest;
  return new Fault("BAD_REQUEST", "TOO_MANY_FILES", {
    message: `At most ${count} files travel together.`,
    params: { count },
  });
}

function brokenUpload(cause: unknown): Fault {
  return new Fault("BAD_REQUEST", "UPLOAD_BROKEN", { message: "The upload broke off. Nothing was saved.", cause });
}
