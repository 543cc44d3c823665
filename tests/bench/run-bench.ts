import { type ChildProcess, spawn } from "node:child_process";
import { createHmac } from "node:crypto";
import { copyFileSync, mkdirSync, mkdtempSync, rmSync } from "node:fs";
import { tmpdir } from "node:os";
import path from "node:path";

import { migrateDatabase } from "#server/db/migrate.ts";

import { benchToken } from "./bench-rows.ts";
import { seedBench } from "./bench-seed.ts";
import { type Figures, loadServer } from "./load.ts";
import { benchWorks } from "./works.ts";

const ROUNDS = Number(process.env["BENCH_ROUNDS"] ?? 4);
const SECONDS = Number(process.env["BENCH_SECONDS"] ?? 4);
const secret = "a secret of the benchmark, long enough to be taken as one";
const root = path.join(import.meta.dirname, "..", "..");

/** Starts a server and waits for the line that tells its port. */
function start(
  script: string,
  args: string[],
  environment: Record<string, string>,
  port: RegExp,
): Promise<{ child: ChildProcess; port: number }> {
  const child = spawn(process.execPath, [script, ...args], {
    cwd: root,
    env: { ...process.env, ...environment },
    stdio: ["ignore", "pipe", "inherit"],
  });
  return new Promise((resolve, reject) => {
    let output = "";
    child.on("exit", (code) => reject(new Error(`${script} ended with ${code} before it listened`)));
    child.stdout?.on("data", (chunk: Buffer) => {
      output += chunk.toString("utf8");
      const found = port.exec(output)?.[1];
      if (found) resolve({ child, port: Number(found) });
    });
  });
}

function median(figures: Figures[], of: (figure: Figures) => number): number {
  const sorted = figures.map(of).toSorted((left, right) => left - right);
  return sorted[Math.floor(sorted.length / 2)] ?? 0;
}

const folder = mkdtempSync(path.join(tmpdir(), "consortia-bench-"));
const productFile = path.join(folder, "product", "consortia.sqlite");
const bareFile = path.join(folder, "bare.sqlite");
mkdirSync(path.dirname(productFile));
await migrateDatabase({ file: productFile, clock: Date.now });
console.log("Filling the database …");
seedBench(productFile, Date.now());
copyFileSync(productFile, bareFile);

const product = await start(
  "dist/server/main.js",
  [],
  { DATA_DIR: path.dirname(productFile), PORT: "0", SECRET: secret, LOG_LEVEL: "error", CALLS_PER_MINUTE: "100000000" },
  /runs at http:\/\/localhost:(\d+)/,
);
const bare = await start("tests/bench/bare-server.ts", [bareFile, secret], {}, /^(\d+)$/m);

try {
  const signature = createHmac("sha256", secret).update(benchToken).digest("base64");
  const cookie = `consortia.session=${encodeURIComponent(`${benchToken}.${signature}`)}`;
  console.log(`${ROUNDS} rounds of ${SECONDS} s each, in turns; 8 connections; medians\n`);
  console.log("work                  product/s    bare/s   ratio  goal   p99 product   p99 bare  times");
  for (const work of benchWorks(cookie, `http://127.0.0.1:${product.port}`)) {
    await loadServer(product.port, work.product, 1);
    await loadServer(bare.port, work.bare, 1);
    const ours: Figures[] = [];
    const theirs: Figures[] = [];
    for (let round = 0; round < ROUNDS; round += 1) {
      ours.push(await loadServer(product.port, work.product, SECONDS));
      theirs.push(await loadServer(bare.port, work.bare, SECONDS));
    }
    const perSecond = [
      median(ours, (figure) => figure.perSecond),
      median(theirs, (figure) => figure.perSecond),
    ] as const;
    const slowest = [median(ours, (figure) => figure.p99), median(theirs, (figure) => figure.p99)] as const;
    console.log(
      work.name.padEnd(20),
      perSecond[0].toFixed(0).padStart(10),
      perSecond[1].toFixed(0).padStart(9),
      (perSecond[0] / perSecond[1]).toFixed(2).padStart(7),
      String(work.goal).padStart(5),
      `${slowest[0].toFixed(1)} ms`.padStart(13),
      `${slowest[1].toFixed(1)} ms`.padStart(10),
      (slowest[0] / slowest[1]).toFixed(1).padStart(6),
    );
  }
} finally {
  product.child.kill("SIGTERM");
  bare.child.kill("SIGTERM");
  rmSync(folder, { recursive: true, force: true });
}
