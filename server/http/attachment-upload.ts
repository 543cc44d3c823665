import { type Request, type Response, Router } from "express";

import { tokenOfPart } from "#server/api/part-procedure.ts";
import { storeEvidence } from "#server/files/evidence-storing.ts";
import { openPartLink } from "#server/features/part/part-link-queries.ts";
import { demandOwnUpdate } from "#server/features/part/part-service.ts";
import type { Parts } from "#server/parts.ts";
import { Fault, notFound } from "#shared/fault.ts";
import { idSchema } from "#shared/ids.ts";

import { createCallLimiter } from "./call-limiter.ts";
import { spendOrRefuse } from "./call-limits.ts";
import { factsOf } from "./request-facts.ts";

const uploadsPerMinute = 60;

/**
 * `POST /api/updates/:id/attachments`, and under `/api/part` for whoever comes by a personal link: evidence files of a
 * report as multipart/form-data, at most 20 at once; answers `{ rows }` once all of them are kept, and keeps none when
 * one is refused (security.md, R-I6, R-I8, R-D3).
 */
export function attachmentUpload(parts: Parts): Router {
  const router = Router();
  const limit = spendOrRefuse(createCallLimiter(uploadsPerMinute, 60_000));
  router.post("/updates/:id/attachments", limit, (request, response) => receive(parts, request, response));
  router.post("/part/updates/:id/attachments", limit, (request, response) => receiveByLink(parts, request, response));
  return router;
}

async function receive(parts: Parts, request: Request, response: Response): Promise<void> {
  const { person } = factsOf(response);
  if (!person) throw new Fault("UNAUTHORIZED", "NOT_SIGNED_IN", { message: "Please sign in first." });
  const rows = await storeEvidence(parts, async () => person, reportOf(request), request);
  response.status(200).json({ rows });
}

// The link alone says who acts: a session in the same browser plays no part.
async function receiveByLink(parts: Parts, request: Request, response: Response): Promise<void> {
  const id = reportOf(request);
  const token = tokenOfPart(request.headers);
  const rows = await storeEvidence(
    parts,
    async (db) => {
      const { link, person } = await openPartLink(db, token, parts.clock());
      await demandOwnUpdate(db, link, id);
      return person;
    },
    id,
    request,
  );
  response.status(200).json({ rows });
}

function reportOf(request: Request): string {
  const id = idSchema.safeParse(request.params["id"]);
  if (!id.success) throw notFound();
  return id.data;
}
