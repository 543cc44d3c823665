import { createHash } from "node:crypto";

import { type RequestHandler, type Response, Router } from "express";

import { requesterOf } from "#server/exports/export-requester.ts";
import { calendarFile } from "#server/features/calendar/calendar-queries.ts";
import { useCalendarToken } from "#server/features/calendar/calendar-service.ts";
import type { Parts } from "#server/parts.ts";
import { publicUrl } from "#server/settings.ts";
import { Fault } from "#shared/fault.ts";
import { calendarTokenSchema } from "#shared/features/calendar/calendar.ts";

import { createCallLimiter } from "./call-limiter.ts";
import { spendOrRefuse } from "./call-limits.ts";
import { refuseUnknown } from "./refusal.ts";

const PER_MINUTE = 60;

/**
 * `GET /calendar/<token>.ics`: a person's calendar of a project for a calendar program, which has no cookie; it stands
 * outside `/api` on purpose. The secret in the address says whose it is, and what it gives is what that person may read
 * now (security.md, R-A14): an unknown or ended address and a right that is gone are all 404.
 */
export function calendarFeed(parts: Parts): Router {
  const limiter = createCallLimiter(PER_MINUTE, 60_000);
  return Router().get("/calendar/:file", spendOrRefuse(limiter), answerCalendar(parts));
}

function answerCalendar(parts: Parts): RequestHandler<{ file: string }> {
  return async (request, response, next) => {
    const token = calendarTokenSchema.safeParse(request.params.file.replace(/\.ics$/, ""));
    const text = token.success ? await textFor(parts, token.data) : null;
    if (text === null) return refuseUnknown(request as never, response, next);
    const tag = `"${createHash("sha256").update(text).digest("base64url")}"`;
    response.setHeader("ETag", tag);
    // Kept by nobody in between, and asked for anew each time: the right may have gone.
    response.setHeader("Cache-Control", "private, no-cache");
    response.setHeader("X-Robots-Tag", "noindex");
    const known = new Set(
      (request.headers["if-none-match"] ?? "").split(",").map((each) => each.trim().replace(/^W\//, "")),
    );
    if (known.has(tag) || known.has("*")) return void response.status(304).end();
    sendCalendar(response, text);
  };
}

function sendCalendar(response: Response, text: string): void {
  response.setHeader("Content-Type", "text/calendar; charset=utf-8");
  response.setHeader("Content-Disposition", 'inline; filename="calendar.ics"');
  response.setHeader("Content-Security-Policy", "default-src 'none'; sandbox");
  response.status(200).end(text);
}

async function textFor({ db, clock, settings }: Parts, token: string): Promise<string | null> {
  const now = clock();
  const feed = await useCalendarToken(db, token, now);
  if (!feed) return null;
  const person = await requesterOf(db.read, { userId: feed.userId, actingForId: feed.organisationId }, now);
  if (!person) return null;
  try {
    const { text } = await calendarFile(db.read, person, { projectId: feed.projectId, base: publicUrl(settings) });
    return text;
  } catch (error) {
    if (error instanceof Fault && error.code === "NOT_FOUND") return null;
    throw error;
  }
}
