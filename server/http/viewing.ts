import { Router } from "express";

import { viewAsHeader } from "#server/api/trpc.ts";
import { forbidden } from "#shared/fault.ts";

/** Refuses files to whoever looks at a project through a member's eyes: that is for reading pages alone. Fault VIEWING_AS. */
export function refuseViewing(): Router {
  const router = Router();
  router.use((request, _response, next) => {
    if (request.headers[viewAsHeader] !== undefined) throw forbidden("VIEWING_AS");
    next();
  });
  return router;
}
