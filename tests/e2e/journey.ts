import { type ChildProcess, spawn } from "node:child_process";
import { existsSync, mkdtempSync, rmSync } from "node:fs";
import { tmpdir } from "node:os";
import path from "node:path";

import { AxeBuilder } from "@axe-core/playwright";
import { type Browser, type BrowserContext, chromium, type Page } from "playwright-core";

import { programFolder } from "#server/paths.ts";
import { findChromium } from "#tests/support/chromium.ts";

type Look = { dark?: boolean; phone?: boolean; language?: string };

export type Journey = {
  readonly url: string;
  readonly dataDirectory: string;
  readonly setupLink: string;
  /** A browser of its own, as another person on another computer would have. */
  person(look?: Look): Promise<Page>;
  /** Stops the server and starts it again on the same port and data, as an operator would; what its start does is done anew. */
  restart(): Promise<void>;
  end(): Promise<void>;
};

const quietly = [
  "--no-sandbox",
  "--disable-gpu",
  "--disable-quic",
  "--no-first-run",
  "--disable-background-networking",
  "--disable-component-update",
  "--disable-sync",
];

/** The built server on a free port with an empty data directory, and a real browser to walk through it. */
export async function beginJourney(): Promise<Journey> {
  const entry = path.join(programFolder, "dist", "server", "main.js");
  if (!existsSync(entry)) throw new Error("The journeys walk through the built program: npm run build");
  const executablePath = findChromium();
  if (executablePath === null) throw new Error("The journeys need Chromium; npm test installs it where it may");
  const dataDirectory = mkdtempSync(path.join(tmpdir(), "consortia-journey-"));
  let server = start(entry, dataDirectory, "0");
  const output = await waitFor(server, /setup\?token=\S+\n/);
  const url = /runs at (\S+)/.exec(output)?.[1] ?? "";
  const browser = await chromium.launch({ executablePath, headless: true, args: quietly });
  const contexts: BrowserContext[] = [];
  return {
    url,
    dataDirectory,
    setupLink: /(\S+\/setup\?token=\S+)/.exec(output)?.[1] ?? "",
    async person(look = {}) {
      const context = await openContext(browser, look);
      contexts.push(context);
      return await context.newPage();
    },
    async restart() {
      await stop(server);
      server = start(entry, dataDirectory, new URL(url).port);
      await waitFor(server, /runs at \S+\n/);
    },
    async end() {
      await Promise.all(contexts.map((context) => context.close()));
      await browser.close();
      await stop(server);
      rmSync(dataDirectory, { recursive: true, force: true });
    },
  };
}

// A journey turns pages many times faster than anybody reads them; the limits themselves are tried in tests/server.
const hurry = { CALLS_PER_MINUTE: "5000" };

function start(entry: string, dataDirectory: string, port: string): ChildProcess {
  return spawn(process.execPath, [entry], {
    cwd: programFolder,
    env: { PATH: process.env["PATH"], DATA_DIR: dataDirectory, PORT: port, LOG_LEVEL: "error", ...hurry },
    stdio: ["ignore", "pipe", "inherit"],
  });
}

async function stop(server: ChildProcess): Promise<void> {
  const ended = new Promise((resolve) => server.once("close", resolve));
  server.kill("SIGTERM");
  await ended;
}

async function openContext(
  browser: Browser,
  { dark = false, phone = false, language = "en-GB" }: Look,
): Promise<BrowserContext> {
  const context = await browser.newContext({
    colorScheme: dark ? "dark" : "light",
    viewport: phone ? { width: 360, height: 740 } : { width: 1280, height: 900 },
    hasTouch: phone,
    locale: language,
    acceptDownloads: true,
    reducedMotion: "reduce",
  });
  context.setDefaultTimeout(15_000);
  return context;
}

function waitFor(server: ChildProcess, sign: RegExp): Promise<string> {
  return new Promise((resolve, reject) => {
    let output = "";
    server.stdout?.setEncoding("utf8").on("data", (text: string) => {
      output += text;
      if (sign.test(output)) resolve(output);
    });
    server.once("close", (code) => reject(new Error(`The server ended with ${code}: ${output}`)));
  });
}

/** Fills the setup page behind the one-time link; the page then offers how to begin. */
export async function setUp(page: Page, journey: Journey): Promise<void> {
  await page.goto(journey.setupLink);
  await page.getByLabel("Your name").fill("Anna Coordinator");
  await page.getByLabel("Your e-mail address").fill("anna@cluster.example");
  await page.getByLabel("Password", { exact: false }).first().fill("harbour lantern seventeen");
  await page.getByLabel("Name of the cluster").fill("Harbour Cleantech Cluster");
  await page.locator("button[type=submit]").click();
  await page.getByRole("button", { name: "Load the EKOLEND sample" }).waitFor();
}

/** Loads the sample from the setup page and waits for its overview; returns the project's address. */
export async function loadSample(page: Page): Promise<string> {
  await page.getByRole("button", { name: "Load the EKOLEND sample" }).click();
  await page.getByRole("heading", { name: "EKOLEND", level: 1 }).waitFor();
  return page.url();
}

export type Violation = { id: string; help: string; where: string[] };

export type Looked = "everything" | "colours" | "all but colours";

// All that depends on colours; axe spends most of its time on them.
const colourRules = ["color-contrast", "link-in-text-block"];

/** What axe finds on the page as it stands, WCAG 2.2 A and AA with best practices; empty when all is well. */
export async function violationsOn(page: Page, looked: Looked = "everything"): Promise<Violation[]> {
  await page
    .locator("[aria-busy=true]")
    .first()
    .waitFor({ state: "detached" })
    .catch(() => undefined);
  const axe = new AxeBuilder({ page });
  if (looked === "colours") axe.withRules(colourRules);
  if (looked === "all but colours") axe.disableRules(colourRules);
  const { violations } = await axe.analyze();
  return violations.map(({ id, help, nodes }) => ({
    id,
    help,
    where: nodes.map((node) => node.target.join(" ")).slice(0, 5),
  }));
}

/** Waits until a phone keeps the page of a personal link, so that it opens without a network. */
export async function pageIsKept(page: Page): Promise<void> {
  const isKept = () =>
    page.evaluate(async () => {
      const cache = await caches.open("consortia-part");
      const hasPage = (await cache.match("/part")) !== undefined;
      return hasPage && (await cache.keys()).length > 3 && navigator.serviceWorker.controller !== null;
    });
  // A predicate that answers with a promise would count as true at once.
  while (!(await isKept())) await page.waitForTimeout(100);
}
