import { z } from "zod";

import { basisPointsSchema } from "#shared/money.ts";

import { contributionKinds } from "./contribution-words.ts";

const disclosedSchema = z.int().min(0).nullable();

/**
 * The three-way view of one sum; every figure is null when it is confidential to this reader (never 0).
 * `agreed` is the baseline, `delivered` what accepted reports add up to, `remaining` what is still forecast,
 * `forecast` = delivered + remaining.
 */
export const figuresSchema = z.strictObject({
  agreed: disclosedSchema,
  delivered: disclosedSchema,
  remaining: disclosedSchema,
  forecast: disclosedSchema,
});
export type Figures = z.infer<typeof figuresSchema>;

/** `value` in cents of the project's currency, `effort` in hundredths of person-months. */
const bothSchema = z.strictObject({ value: figuresSchema, effort: figuresSchema });

const kindBalanceSchema = bothSchema.extend({ kind: z.enum(contributionKinds) });

export const participantBalanceSchema = bothSchema.extend({
  participantId: z.string(),
  /** Share of the agreed value in basis points; all shares of a project add up to exactly 10 000. Null: confidential. */
  shareBp: basisPointsSchema.nullable(),
  /** Kinds this participant contributes, in the order of the closed list. */
  kinds: z.array(kindBalanceSchema),
});
export type ParticipantBalance = z.infer<typeof participantBalanceSchema>;

/** Balance of a project as one reader may know it; participants, streams and kinds without an agreed line are absent. */
export const projectBalanceSchema = bothSchema.extend({
  participants: z.array(participantBalanceSchema),
  /** `streamId` null: for the project as a whole. */
  streams: z.array(bothSchema.extend({ streamId: z.string().nullable() })),
  kinds: z.array(kindBalanceSchema),
});
export type ProjectBalance = z.infer<typeof projectBalanceSchema>;
