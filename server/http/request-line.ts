import type { RequestHandler } from "express";

import { refuse } from "./refusal.ts";

const maxUrlLength = 8 * 1024;
const methods = ["GET", "HEAD", "POST"];

/** Refuses addresses over 8 KiB and methods nothing here answers to (security.md, R-I2 and R-I4). */
export const limitRequestLine: RequestHandler = (request, response, next) => {
  if (request.originalUrl.length > maxUrlLength) {
    return refuse(response, {
      status: 414,
      code: "BAD_REQUEST",
      appCode: "ADDRESS_TOO_LONG",
      message: "The address of this request is too long.",
    });
  }
  if (methods.includes(request.method)) return next();
  response.setHeader("Allow", methods.join(", "));
  refuse(response, {
    status: 405,
    code: "METHOD_NOT_SUPPORTED",
    appCode: "METHOD_NOT_SUPPORTED",
    message: "This is not something that can be asked here.",
  });
};
