import { faultOf } from "#client/lib/fault.ts";

type Options = {
  /** Basis points of the bytes that have left. */
  onProgress: (basisPoints: number) => void;
  signal: AbortSignal;
  /** Further headers, for whoever comes by a personal link. */
  headers?: Record<string, string>;
};

/** Sends one file as evidence of a report. Rejects with what `faultOf` reads; an aborted one with an AbortError. */
export function uploadEvidence(
  address: string,
  file: File,
  { onProgress, signal, headers = {} }: Options,
): Promise<void> {
  return new Promise((resolve, reject) => {
    // fetch cannot tell how much has left.
    const request = new XMLHttpRequest();
    request.open("POST", address);
    request.setRequestHeader("x-consortia", "1");
    for (const [name, value] of Object.entries(headers)) request.setRequestHeader(name, value);
    request.upload.addEventListener("progress", ({ loaded, total }) =>
      onProgress(Math.floor((loaded * 10_000) / Math.max(1, total))),
    );
    request.addEventListener("load", () =>
      request.status === 200 ? resolve() : reject(refusalIn(request.responseText)),
    );
    request.addEventListener("error", () => reject(new TypeError("Failed to fetch")));
    request.addEventListener("abort", () => reject(new DOMException("aborted", "AbortError")));
    signal.addEventListener("abort", () => request.abort(), { once: true });
    const body = new FormData();
    body.append("file", file, file.name);
    request.send(body);
  });
}

function refusalIn(answer: string): Error {
  try {
    const { error } = JSON.parse(answer) as { error: unknown };
    return Object.assign(new Error(faultOf(error).message), error);
  } catch {
    return new TypeError("Failed to fetch");
  }
}
