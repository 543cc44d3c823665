import { z } from "zod";

/** What the page may know of the installation before anybody has signed in. */
export const systemViewSchema = z.strictObject({
  name: z.literal("Consortia"),
  /** Where mail goes; `outbox` means files on the server, and the page says so. */
  mail: z.enum(["smtp", "outbox"]),
  /** False while nothing can be saved (failed disk, opened for reading only). */
  writable: z.boolean(),
});

export type SystemView = z.infer<typeof systemViewSchema>;
