import { existsSync, readdirSync } from "node:fs";
import path from "node:path";

import { startTestApp, type TestApp } from "#tests/support/app.ts";
import { buildConsortium } from "#tests/support/build-consortium.ts";
import { buildContribution, buildPeriod, buildUpdate } from "#tests/support/build-contribution.ts";
import type { Visitor } from "#tests/support/visitor.ts";

export const pdf = Buffer.from("%PDF-1.4\n1 0 obj<<>>endobj\ntrailer<<>>\n%%EOF\n");

/** A member with a report that is being written, on a running server. */
export async function stage(overrides: Parameters<typeof buildUpdate>[3] = {}) {
  const app = await startTestApp();
  const { db } = app.parts;
  const scene = await buildConsortium(db);
  const line = await buildContribution(db, scene.participants.member);
  const period = await buildPeriod(db, scene.project);
  const report = await buildUpdate(db, line, period, { state: "draft", ...overrides });
  const member = await app.visitorOf(scene.people.member);
  return { app, db, scene, line, period, report, member };
}

export type Sent = [name: string, bytes: Uint8Array];

/** Sends files as evidence of a report, as a page would. */
export function send(visitor: Visitor, updateId: string, files: readonly Sent[]): Promise<Response> {
  const body = new FormData();
  for (const [name, bytes] of files) body.append("file", new Blob([bytes as Uint8Array<ArrayBuffer>]), name);
  return visitor.fetch(`/api/updates/${updateId}/attachments`, { method: "POST", body });
}

/** Status and code of a refusal. */
export async function outcome(answer: Response): Promise<string> {
  const { error } = (await answer.json()) as { error: { data: { appCode: string } } };
  return `${answer.status} ${error.data.appCode}`;
}

/** The files that lie in the store. */
export const keptFiles = (app: TestApp): string[] => {
  const folder = path.join(app.parts.settings.dataDirectory, "files");
  if (!existsSync(folder)) return [];
  return readdirSync(folder, { recursive: true, withFileTypes: true })
    .filter((entry) => entry.isFile())
    .map((entry) => entry.name);
};
