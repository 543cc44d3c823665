import { type Request, type Response, Router } from "express";

import { storeEvidence } from "#server/files/evidence-storing.ts";
import { demandAttachable } from "#server/features/reporting/attachment-service.ts";
import type { Parts } from "#server/parts.ts";
import { notFound, Fault } from "#shared/fault.ts";
import { idSchema } from "#shared/ids.ts";

import { createCallLimiter } from "./call-limiter.ts";
import { spendOrRefuse } from "./call-limits.ts";
import { factsOf } from "./request-facts.ts";

const uploadsPerMinute = 60;

/**
 * `POST /api/updates/:id/attachments`: evidence files of a report as multipart/form-data, at most 20 at once; answers
 * `{ rows }` once all of them are kept, and keeps none when one is refused (security.md, R-I6, R-I8, R-D3).
 */
export function attachmentUpload(parts: Parts): Router {
  const router = Router();
  const limiter = createCallLimiter(uploadsPerMinute, 60_000);
  router.post("/updates/:id/attachments", spendOrRefuse(limiter), (request, response) =>
    receive(parts, request, response),
  );
  return router;
}

async function receive(parts: Parts, request: Request, response: Response): Promise<void> {
  const { person } = factsOf(response);
  if (!person) throw new Fault("UNAUTHORIZED", "NOT_SIGNED_IN", { message: "Please sign in first." });
  const id = idSchema.safeParse(request.params["id"]);
  if (!id.success) throw notFound();
  // Before a byte is taken in: whoever may not attach fills no disk.
  await demandAttachable(parts.db.read, person, id.data);
  const rows = await storeEvidence(parts, person, id.data, request);
  response.status(200).json({ rows });
}
