import type { Server } from "node:http";

import { createApp } from "#server/app.ts";
import { StartupError } from "#server/db/errors.ts";
import { explainAndExit } from "#server/exit.ts";
import { closeServer, createHttpServer, listen } from "#server/http/http-server.ts";
import { issueSetupLink } from "#server/features/accounts/setup-service.ts";
import { exportJobsOf } from "#server/jobs/export-jobs.ts";
import { startMailQueue } from "#server/mail/mail-queue.ts";
import { type OpenedParts, openParts } from "#server/parts-opening.ts";
import { startUpkeep } from "#server/upkeep.ts";
import { ownSettings, publicUrl, type Settings, SettingsError } from "#server/settings.ts";

const crashGraceMs = 1000;

/**
 * Runs the server until a signal stops it. Ends the process: 0 after a clean stop, 70 after a defect nothing caught,
 * and what StartupError says when it cannot start (65 damaged, 75 in use, 78 settings or versions).
 */
export async function serve(): Promise<void> {
  try {
    const settings = ownSettings();
    demandBaseUrl(settings);
    const parts = await openParts(settings);
    const server = createHttpServer();
    const port = await listenOrExplain(server, settings).catch(async (error: unknown) => {
      await parts.close();
      throw error;
    });
    run(server, { ...parts, settings: { ...parts.settings, port } });
  } catch (error) {
    explainAndExit(error);
  }
}

function run(server: Server, parts: OpenedParts): void {
  const app = createApp(parts);
  server.on("request", app.handler);
  const mails = startMailQueue(parts);
  const exports = exportJobsOf(parts);
  exports.watch();
  const upkeep = startUpkeep(parts);

  const stop = async (exitCode: number, grace?: number): Promise<never> => {
    app.close();
    await closeServer(server, grace);
    await upkeep.close();
    await exports.close();
    await mails.close();
    await parts.close();
    process.exit(exitCode);
  };
  stopOnSignals(() => stop(0), parts.settings.startedByNpm);
  process.on("uncaughtException", (error) => {
    parts.log.fatal({ err: error }, "a defect nothing caught; the server stops");
    void stopOrExit(() => stop(70, crashGraceMs));
  });
  announce(parts).catch((error: unknown) => parts.log.error({ err: error }, "no setup link could be made"));
}

/** A stop that fails ends the process all the same. */
async function stopOrExit(stop: () => Promise<never>): Promise<void> {
  try {
    await stop();
  } catch {
    process.exit(70);
  }
}

/** The first signal stops cleanly, a second one at once. */
function stopOnSignals(stop: () => Promise<never>, startedByNpm: boolean): void {
  let stopping = false;
  const onSignal = () => {
    if (stopping) process.exit(1);
    stopping = true;
    void stopOrExit(stop);
  };
  process.on("SIGTERM", onSignal).on("SIGINT", onSignal);
  if (startedByNpm) watchParent(onSignal);
}

/** npm hands a signal to the shell it started us from, and the shell dies of it without passing it on. */
function watchParent(onLoss: () => void): void {
  const parent = process.ppid;
  const watch = setInterval(() => {
    if (process.ppid === parent) return;
    clearInterval(watch);
    onLoss();
  }, 250).unref();
}

/** One text in one piece, so that a program reading it has all of it or nothing. */
async function announce(parts: OpenedParts): Promise<void> {
  const address = publicUrl(parts.settings);
  const setupPath = await issueSetupLink(parts);
  const invitation =
    setupPath === null ? "" : `\nOpen this link to set it up; it works once, for a day:\n${address}${setupPath}`;
  process.stdout.write(`Consortia runs at ${address}${invitation}\n`);
}

/** Cookies and the check of foreign sites depend on the address people use; only on this computer it is known. */
function demandBaseUrl({ host, baseUrl }: Settings): void {
  if (baseUrl !== null || ["127.0.0.1", "::1", "localhost"].includes(host)) return;
  throw new SettingsError(
    `HOST=${host} lets other computers in, so BASE_URL must name the address they use, e.g. BASE_URL=https://consortia.example.org`,
  );
}

async function listenOrExplain(server: Server, { port, host }: Settings): Promise<number> {
  try {
    return await listen(server, port, host);
  } catch (error) {
    const code = (error as NodeJS.ErrnoException).code;
    if (code === "EADDRINUSE")
      throw new StartupError(75, `Port ${port} is taken by another program. Choose another one: PORT=3001 npm start`);
    if (code === "EACCES")
      throw new StartupError(
        78,
        `This user may not listen on port ${port}. Choose one above 1023: PORT=3000 npm start`,
      );
    if (code === "EADDRNOTAVAIL" || code === "ENOTFOUND")
      throw new StartupError(78, `HOST=${host} is no address of this computer.`);
    throw error;
  }
}
