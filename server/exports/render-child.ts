import { renderExport, type RenderRequest } from "./render.ts";

/** What the child tells its parent: the finished bytes, or that they cannot be made. */
export type RenderAnswer = { bytes: Uint8Array } | { failure: string };

// A process of its own: whatever a document does to memory or to the layout engine, the server goes on.
process.once("message", (request) => {
  renderExport(request as RenderRequest)
    .then((bytes) => answer({ bytes }))
    .catch((error: unknown) =>
      answer({ failure: error instanceof Error ? (error.stack ?? error.message) : String(error) }),
    );
});
process.once("disconnect", () => process.exit(0));

function answer(message: RenderAnswer): void {
  process.send?.(message, () => process.disconnect());
}
