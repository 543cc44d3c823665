import { attachmentLimits } from "#shared/features/reporting/attachment-words.ts";
import sharp from "sharp";

export type RedrawTask = { from: string; to: string };
export type Redrawn = "drawn" | "too-large";

const mostPixels = attachmentLimits.megapixels * 1_000_000;

/**
 * Draws a picture anew in its own format: turned upright, without place, time, camera and whatever else came along. The
 * size is read from the header before anything is decoded (security.md, R-I8).
 */
export async function redrawImage({ from, to }: RedrawTask): Promise<Redrawn> {
  const { width, height, pages = 1 } = await sharp(from, { limitInputPixels: false }).metadata();
  if (width * height * pages > mostPixels) return "too-large";
  sharp.concurrency(1);
  // Unless told to keep them, the library leaves all metadata behind but turns by what they said.
  await sharp(from, { animated: true, limitInputPixels: mostPixels, sequentialRead: true, failOn: "error" })
    .autoOrient()
    .keepIccProfile()
    .toFile(to);
  return "drawn";
}
