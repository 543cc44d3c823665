import { z } from "zod";

import { idSchema } from "#shared/ids.ts";

import { presencePlaces, typingPlaces } from "./presence-words.ts";

/** A page of a project; a list is named by the project's own id. */
export const placeSchema = z.strictObject({
  projectId: idSchema,
  entity: z.enum(presencePlaces),
  entityId: idSchema,
});
export type Place = z.infer<typeof placeSchema>;

/** The field somebody writes in; a report that may not be saved yet is named by its line. */
export const typingSchema = z.strictObject({
  entity: z.enum(typingPlaces),
  entityId: idSchema,
  field: z.string().regex(/^[A-Za-z.]{1,40}$/),
});
export type Typing = z.infer<typeof typingSchema>;

export const beatSchema = z.strictObject({
  /** Names the browser tab; the same as on its live channel. */
  tab: idSchema,
  /** Null when the tab leaves. */
  place: placeSchema.nullable(),
  typing: typingSchema.nullable(),
});
export type BeatInput = z.infer<typeof beatSchema>;

/** Somebody on the same page. */
export type Present = {
  key: string;
  name: string;
  organisation: string | null;
  isSelf: boolean;
  typing: Typing | null;
};

/** Who is on the page of this tab now; the own tab is among them. */
export type PresenceView = { place: Place; people: Present[] };
