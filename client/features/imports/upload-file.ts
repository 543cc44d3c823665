import { faultOf } from "#client/lib/fault.ts";

/** Sends one file for an import; the server keeps it for this person alone. Rejects with what `faultOf` reads. */
export async function uploadFile(file: File): Promise<string> {
  const answer = await fetch("/api/imports/file", {
    method: "POST",
    headers: {
      "x-consortia": "1",
      "x-file-name": encodeURIComponent(file.name),
      "content-type": "application/octet-stream",
    },
    body: file,
  });
  const given: unknown = await answer.json();
  if (answer.ok) return (given as { id: string }).id;
  const { error } = given as { error: unknown };
  throw Object.assign(new Error(faultOf(error).message), error);
}
