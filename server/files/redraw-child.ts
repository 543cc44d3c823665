import { redrawImage, type RedrawTask } from "./image-redrawing.ts";

/** What the child tells its parent. */
export type RedrawAnswer = { done: true } | { tooLarge: true } | { failure: string };

// A process of its own: whatever a hostile picture does to the decoder, the server goes on.
process.once("message", (task) => {
  redrawImage(task as RedrawTask)
    .then((answer) => tell(answer))
    .catch((error: unknown) => tell({ failure: error instanceof Error ? error.message : String(error) }));
});
process.once("disconnect", () => process.exit(0));

function tell(message: RedrawAnswer): void {
  process.send?.(message, () => process.disconnect());
}
