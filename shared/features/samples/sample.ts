import { z } from "zod";

export const sampleStateSchema = z.strictObject({
  /** Null: the sample is not loaded, or not open to the reader. */
  projectId: z.string().nullable(),
  /** The reader may load and remove it. */
  mayChange: z.boolean(),
});

export const loadedSampleSchema = z.strictObject({ projectId: z.string() });

export const removedSampleSchema = z.strictObject({
  removedProjects: z.int(),
  removedOrganisations: z.int(),
  keptOrganisations: z.int(),
});

export const noInputSchema = z.strictObject({}).optional();
