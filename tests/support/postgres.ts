import { type ChildProcess, execFileSync, spawn } from "node:child_process";
import { mkdtempSync, rmSync } from "node:fs";
import { createServer } from "node:net";
import { tmpdir } from "node:os";
import { join } from "node:path";
import { setTimeout as wait } from "node:timers/promises";

import pg from "pg";

import { openToAll, postgresBinaries } from "./postgres-binaries.ts";

// Nothing has to outlive the run.
const forgetful = [
  "fsync=off",
  "full_page_writes=off",
  "synchronous_commit=off",
  "wal_level=minimal",
  "max_wal_senders=0",
  "autovacuum=off",
];

export type PostgresServer = { url: string; stop(): Promise<void> };

// PostgreSQL refuses to run as root; this user exists everywhere and owns nothing.
const unprivileged = process.getuid?.() === 0 ? { uid: 65_534, gid: 65_534 } : {};

/** The server of TEST_DATABASE_URL, else a real one in a temporary folder, thrown away by `stop`. */
export async function startPostgres(): Promise<PostgresServer> {
  const given = process.env["TEST_DATABASE_URL"];
  if (given) return { url: given, stop: async () => undefined };
  const folder = mkdtempSync(join(tmpdir(), "consortia-postgres-"));
  const binaries = postgresBinaries(folder);
  const files = join(folder, "db");
  openToAll(folder);
  const options = { ...unprivileged, cwd: folder, env: { ...process.env, LC_ALL: "C" } };
  execFileSync(
    binaries.initdb,
    [
      "-D",
      files,
      "-U",
      "postgres",
      "-A",
      "trust",
      "-E",
      "UTF8",
      "--no-sync",
      "--no-data-checksums",
      "--no-instructions",
    ],
    { ...options, stdio: "pipe" },
  );
  const port = await freePort();
  const settings = ["listen_addresses=127.0.0.1", "unix_socket_directories=", "max_connections=200", ...forgetful];
  const server = spawn(
    binaries.postgres,
    ["-D", files, "-p", String(port), ...settings.flatMap((each) => ["-c", each])],
    { ...options, stdio: "ignore" },
  );
  const killed = () => void server.kill("SIGQUIT");
  process.once("exit", killed);
  const url = `postgres://postgres@127.0.0.1:${port}/postgres`;
  await answers(url, server);
  return {
    url,
    async stop() {
      process.off("exit", killed);
      await ended(server);
      rmSync(folder, { recursive: true, force: true });
    },
  };
}

/** Makes a database, a copy of `template` when given, and returns its address. */
export async function createPostgresDatabase(server: string, name: string, template = "template0"): Promise<string> {
  await onServer(server, `CREATE DATABASE "${name}" TEMPLATE "${template}"`);
  const url = new URL(server);
  url.pathname = `/${name}`;
  return url.href;
}

/** Removes a database and whoever is still connected to it. */
export async function dropPostgresDatabase(server: string, name: string): Promise<void> {
  await onServer(server, `DROP DATABASE IF EXISTS "${name}" WITH (FORCE)`);
}

async function onServer(url: string, statement: string): Promise<void> {
  const client = new pg.Client({ connectionString: url });
  await client.connect();
  try {
    await client.query(statement);
  } finally {
    await client.end();
  }
}

async function freePort(): Promise<number> {
  const server = createServer().listen(0, "127.0.0.1");
  await new Promise((resolve) => server.once("listening", resolve));
  const address = server.address();
  await new Promise((resolve) => server.close(resolve));
  if (typeof address !== "object" || address === null) throw new Error("no free port");
  return address.port;
}

async function answers(url: string, server: ChildProcess): Promise<void> {
  for (;;) {
    if (server.exitCode !== null) throw new Error(`PostgreSQL ended with code ${server.exitCode} while starting`);
    try {
      await onServer(url, "SELECT 1");
      return;
    } catch {
      await wait(50);
    }
  }
}

async function ended(server: ChildProcess): Promise<void> {
  if (server.exitCode !== null) return;
  const exit = new Promise((resolve) => server.once("exit", resolve));
  server.kill("SIGINT");
  await exit;
}
