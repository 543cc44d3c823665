import { useRef, useState } from "react";
import { uploadEvidence } from "#client/features/reporting/upload-evidence.ts";
import { randomId } from "#client/lib/random-id.ts";

/** A file on its way; one that was refused stays until it is dismissed or tried again. */
export type EvidenceUpload = { id: string; file: File; basisPoints: number; error: unknown };

type Options = {
  /** The report's id; saves its draft first when there is none yet. Null when that was not possible. */
  begin: () => Promise<string | null>;
  addressOf: (updateId: string) => string;
  headers?: Record<string, string>;
  onSent: (updateId: string) => Promise<void>;
};

/** Sends files as evidence of a report, one after the other. */
export function useEvidenceUpload({ begin, addressOf, headers = {}, onSent }: Options) {
  const [uploads, setUploads] = useState<readonly EvidenceUpload[]>([]);
  const stops = useRef(new Map<string, AbortController>());
  const put = (id: string, part: Partial<EvidenceUpload>) =>
    setUploads((all) => all.map((upload) => (upload.id === id ? { ...upload, ...part } : upload)));
  const dismiss = (id: string) => {
    stops.current.get(id)?.abort();
    setUploads((all) => all.filter((upload) => upload.id !== id));
  };

  async function send({ id, file }: EvidenceUpload): Promise<void> {
    const stop = new AbortController();
    stops.current.set(id, stop);
    try {
      const updateId = await begin();
      if (updateId === null) throw new TypeError("Failed to fetch");
      const onProgress = (basisPoints: number) => put(id, { basisPoints });
      await uploadEvidence(addressOf(updateId), file, { onProgress, signal: stop.signal, headers });
      dismiss(id);
      await onSent(updateId);
    } catch (error) {
      if (!stop.signal.aborted) put(id, { error });
    } finally {
      stops.current.delete(id);
    }
  }

  async function add(files: readonly File[]): Promise<void> {
    const fresh = files.map((file) => ({ id: randomId(), file, basisPoints: 0, error: null }));
    setUploads((all) => [...all, ...fresh]);
    for (const upload of fresh) await send(upload);
  }

  async function again(upload: EvidenceUpload): Promise<void> {
    put(upload.id, { error: null, basisPoints: 0 });
    await send(upload);
  }

  return { uploads, add, again, dismiss };
}
