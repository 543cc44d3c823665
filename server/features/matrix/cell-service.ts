import { and, eq } from "drizzle-orm";

import { invalid } from "#shared/fault.ts";
import type { Person } from "#shared/features/members/standing.ts";
import type { CellWrite, WriteMatrixInput } from "#shared/features/matrix/matrix.ts";
import { newLineOf } from "#shared/features/matrix/matrix-rules.ts";

import type { Tx } from "#server/db/database.ts";
import { streams } from "#server/db/schema/index.ts";
import { proposeLineQuietly } from "#server/features/contributions/contribution-service.ts";
import type { LineNews } from "#server/features/contributions/line-news-service.ts";

/**
 * Puts a new line on the table for an empty cell, named by its kind and stream; an amount of nothing changes nothing.
 * Faults: NOT_FOUND, FORBIDDEN, BAD_REQUEST.
 */
export async function proposeCell(
  tx: Tx,
  person: Person,
  { projectId, measure, newTitle }: WriteMatrixInput,
  { participantId, streamId, amount }: CellWrite,
): Promise<LineNews[]> {
  const line = amount === null ? null : newLineOf(measure, amount);
  if (line === null) throw invalid("amount", "NOTHING_CHANGED");
  const title = `${newTitle}${await streamTitle(tx, projectId, streamId)}`;
  const { news } = await proposeLineQuietly(tx, person, {
    projectId,
    participantId,
    streamId,
    kind: line.kind,
    title,
    confidentiality: "consortium",
    terms: line.terms,
  });
  return news;
}

async function streamTitle(tx: Tx, projectId: string, streamId: string | null): Promise<string> {
  if (streamId === null) return "";
  const here = and(eq(streams.id, streamId), eq(streams.projectId, projectId));
  const [stream] = await tx.select({ title: streams.title }).from(streams).where(here);
  return stream ? `: ${shortened(stream.title)}` : "";
}

/** Titles of lines hold 300 characters, and so do those of streams. */
function shortened(title: string): string {
  return title.length <= 200
    ? title
    : `${title
        .slice(0, 199)
        .toWellFormed()
        .replace(/\ufffd$/, "")}…`;
}
