import { type ChildProcess, spawn } from "node:child_process";
import { join } from "node:path";

import { onTestFinished } from "vitest";

import { isBuilt } from "#server/build-stamp.ts";
import { programFolder } from "#server/paths.ts";

import { createVisitor, type Visitor } from "./visitor.ts";

export type Ended = { code: number | null; signal: NodeJS.Signals | null; output: string };

// What `npm start` would run: the bundle when it fits the sources, which starts much faster, else the sources.
const folder = join(programFolder, ...(isBuilt(programFolder) ? ["dist", "server"] : ["server"]));
const ending = folder.endsWith(join("dist", "server")) ? ".js" : ".ts";

type ProcessOptions = { environment?: Record<string, string>; nodeOptions?: string[] };

function start(
  entry: string,
  words: string[],
  dataDirectory: string,
  { environment = {}, nodeOptions = [] }: ProcessOptions = {},
) {
  // A file to start from and not a shell, with an environment of its own: what the developer has set stays outside.
  const child = spawn(process.execPath, [...nodeOptions, join(folder, `${entry}${ending}`), ...words], {
    cwd: dataDirectory,
    env: { PATH: process.env["PATH"], DATA_DIR: dataDirectory, PORT: "0", ...environment },
    stdio: ["ignore", "pipe", "pipe"],
  });
  let output = "";
  for (const stream of [child.stdout, child.stderr])
    stream.setEncoding("utf8").on("data", (text: string) => (output += text));
  const ended = new Promise<Ended>((resolve) =>
    child.once("close", (code, signal) => resolve({ code, signal, output })),
  );
  onTestFinished(async () => {
    child.kill("SIGKILL");
    await ended;
  });
  return { child, ended, output: () => output };
}

/** Runs one command of the command line to its end. */
export async function runCommand(dataDirectory: string, words: string[], options?: ProcessOptions): Promise<Ended> {
  return await start("cli", words, dataDirectory, options).ended;
}

export type ServerProcess = {
  readonly url: string;
  readonly child: ChildProcess;
  /** The one-time link of a fresh installation, or null. */
  readonly setupToken: string | null;
  readonly ended: Promise<Ended>;
  output(): string;
  stop(signal: NodeJS.Signals): Promise<Ended>;
};

/** Starts the server as a process of its own on a free port; rejects with its output when it ends before it listens. */
export async function startServerProcess(dataDirectory: string, options?: ProcessOptions): Promise<ServerProcess> {
  const { child, ended, output } = start("main", [], dataDirectory, options);
  const ready = new Promise<string>((resolve, reject) => {
    const look = () => {
      const url = /Consortia runs at (\S+)\n/.exec(output())?.[1];
      if (url !== undefined) resolve(url);
    };
    child.stdout.on("data", look);
    void ended.then((end) => reject(new Error(`The server ended with ${end.code}:\n${end.output}`)));
  });
  const url = (await ready).replace("localhost", "127.0.0.1");
  // Written in one piece with the address.
  const setupToken = /setup\?token=(\S+)\n/.exec(output())?.[1] ?? null;
  return {
    url,
    child,
    setupToken,
    ended,
    output,
    stop(signal) {
      child.kill(signal);
      return ended;
    },
  };
}

/** Uses the setup link of a fresh server; the visitor is its administrator, signed in. */
export async function setUp(server: ServerProcess): Promise<Visitor> {
  const visitor = createVisitor(server.url);
  await visitor.api.setup.complete.mutate({
    token: server.setupToken ?? "",
    name: "Ada Admin",
    email: "ada@example.test",
    password: "a long sentence nobody guesses",
    language: "en",
    clusterName: "Harbour Cluster",
    country: "FI",
  });
  return visitor;
}
