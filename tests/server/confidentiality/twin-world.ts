import { createHmac } from "node:crypto";
import { copyFileSync } from "node:fs";

import { getTableColumns, getTableName, is } from "drizzle-orm";
import { SQLiteTable } from "drizzle-orm/sqlite-core";

import { createApp } from "#server/app.ts";
import type { Database } from "#server/db/database.ts";
import * as schema from "#server/db/schema/index.ts";
import { sessionCookieName } from "#server/features/accounts/session-cookie.ts";
import { closeServer, createHttpServer, listen } from "#server/http/http-server.ts";
import { Fault } from "#shared/fault.ts";
import type { Person } from "#shared/features/members/standing.ts";
import { builtAt } from "#tests/support/build.ts";
import { callerOf, callPath } from "#tests/support/caller.ts";
import { openTestPlace, type TestPlace } from "#tests/support/database.ts";
import { makeTestParts, type TestParts } from "#tests/support/parts.ts";
import { runRawSql } from "#tests/support/raw-sql.ts";

import { queryInputs } from "./query-inputs.ts";
import { type Persona, personas, type SecretScene } from "./secret-scene.ts";

/** What stands in one world, and what stands in its place in the other: of another length and another size. */
export type Exchange = readonly (readonly [from: string | number, to: string | number])[];

/** Words and figures of a scene, each with one that says something else at greater length. */
export function exchangeOf(secrets: Readonly<Record<string, string | number>>): Exchange {
  return Object.entries(secrets).map(([name, value], index) =>
    typeof value === "number"
      ? [value, 7_000_001 + index * 911]
      : [value, `Quite another ${name}, told at much greater length than it was before, number ${index}`],
  );
}

/** Copies a closed database and exchanges values in every column of every table, the history included. */
export async function copyWith(place: TestPlace & { file: string }, exchange: Exchange): Promise<TestPlace> {
  const file = `${place.file}.${Math.random().toString(36).slice(2)}.twin`;
  copyFileSync(place.file, file);
  const statements = ["DROP TRIGGER changes_no_update", "DROP TRIGGER changes_no_delete"];
  for (const table of Object.values(schema)) {
    if (!is(table, SQLiteTable)) continue;
    for (const { name } of Object.values(getTableColumns(table)))
      for (const [from, to] of exchange) {
        const column = `"${getTableName(table)}"."${name}"`;
        const bare = `"${name}"`;
        if (typeof from === "number")
          statements.push(`UPDATE "${getTableName(table)}" SET ${bare} = ${to} WHERE ${column} = ${from}`);
        const [old, next] = [String(from), String(to)].map((text) => text.replaceAll("'", "''"));
        statements.push(
          `UPDATE "${getTableName(table)}" SET ${bare} = replace(${column}, '${old}', '${next}') ` +
            `WHERE typeof(${column}) = 'text' AND instr(${column}, '${old}') > 0`,
        );
      }
  }
  await runRawSql({ file }, `BEGIN;${statements.join(";")};COMMIT`);
  return { file };
}

export type World = { db: Database; parts: TestParts };

/** Opens a world with a clock that stands still. */
export async function openWorld(place: TestPlace): Promise<World> {
  const db = await openTestPlace(place, { clock: () => builtAt });
  const environment = { CALLS_PER_MINUTE: "1000000" };
  return { db, parts: makeTestParts(db, { clock: () => builtAt, environment }) };
}

// How long the chain of all changes is, and its head, is what administrators have to see of it: no value stands in them.
const ofTheChain = /^audit\./;

/** Everything each persona is told, query by query, refusals word by word. */
export async function everythingTold({ parts }: World, scene: SecretScene): Promise<Map<string, string>> {
  const told = new Map<string, string>();
  for (const who of personas)
    for (const [path, inputs] of Object.entries(queryInputs(scene)).filter(([path]) => !ofTheChain.test(path)))
      for (const input of inputs)
        told.set(`${who} ${path} ${JSON.stringify(input)}`, await answerTo(parts, scene.people[who], path, input));
  return told;
}

/** What one call is answered with, as text. */
export async function answerTo(parts: TestParts, person: Person, path: string, input: object): Promise<string> {
  try {
    return JSON.stringify(await callPath(callerOf(parts, person), path, input));
  } catch (error) {
    const { cause } = error as { cause?: unknown };
    if (!(cause instanceof Fault)) throw error;
    const { appCode, message, fields, params, present } = cause;
    return `refused ${JSON.stringify({ appCode, message, fields, params, present })}`;
  }
}

/** Questions of these personas that two worlds answer differently. */
export function differing(left: Map<string, string>, right: Map<string, string>, of: readonly Persona[]): string[] {
  return [...left].flatMap(([question, answer]) => {
    const other = right.get(question) ?? "";
    if (answer === other || !of.includes(question.split(" ")[0] as Persona)) return [];
    let at = 0;
    while (answer[at] === other[at]) at += 1;
    return [
      `${question}: …${answer.slice(Math.max(0, at - 60), at + 60)}… and …${other.slice(Math.max(0, at - 60), at + 60)}…`,
    ];
  });
}

/** A session of this person, whose cookie opens every copy made of the world afterwards. */
export async function sessionIn(db: Database, { userId, seat }: Person): Promise<string> {
  const token = "t".repeat(32);
  const at = new Date(builtAt);
  const expiresAt = new Date(builtAt + 86_400_000);
  const actingForId = seat?.organisationId ?? null;
  await db.housekeep((tx) =>
    tx
      .insert(schema.sessions)
      .values({ id: tx.id(), token, userId, expiresAt, createdAt: at, updatedAt: at, actingForId }),
  );
  return token;
}

/** Every query of the scene as it goes over the wire to whoever holds the token: status, headers with their lengths, body. */
export async function everythingSent(
  { parts }: World,
  scene: SecretScene,
  token: string,
): Promise<Map<string, string>> {
  const server = createHttpServer();
  const url = `http://127.0.0.1:${await listen(server, 0, "127.0.0.1")}`;
  const app = createApp(parts);
  server.on("request", app.handler);
  const signature = createHmac("sha256", parts.settings.secret ?? "")
    .update(token)
    .digest("base64");
  const cookie = `${sessionCookieName(parts.settings.baseUrl)}=${encodeURIComponent(`${token}.${signature}`)}`;
  const sent = new Map<string, string>();
  for (const [path, inputs] of Object.entries(queryInputs(scene)).filter(([path]) => !ofTheChain.test(path)))
    for (const input of inputs) {
      const text = JSON.stringify(input);
      const answer = await fetch(`${url}/api/trpc/${path}?input=${encodeURIComponent(text)}`, { headers: { cookie } });
      const headers = [...answer.headers].filter(([name]) => name !== "x-request-id" && name !== "date");
      const body = (await answer.text()).replace(/"requestId":"[^"]*"/, "");
      sent.set(`${path} ${text}`, `${answer.status} ${JSON.stringify(headers)} ${body}`);
    }
  app.close();
  await closeServer(server, 1000);
  return sent;
}
