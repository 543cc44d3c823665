import { randomUUID } from "node:crypto";

import { benchId, sizes } from "./bench-rows.ts";
import type { Work } from "./load.ts";

/** The same work as each side is asked for it. */
export type Pair = { name: string; goal: number; product: Work; bare: Work };

type Report = { id: string; contributionId: string; periodId: string; version: number };

function demandOk(status: number, body: string): void {
  if (status !== 200) throw new Error(`The server answered ${status}: ${body.slice(0, 300)}`);
}

const projectOf = (turn: number) => benchId("project", (turn * 37) % sizes.projects);

const input = (value: unknown) => encodeURIComponent(JSON.stringify(value));

function read(path: (turn: number) => string, headers: Record<string, string>): Work {
  let turn = 0;
  return {
    next: () => ({ method: "GET", path: path((turn += 1)), headers }),
    check: (_worker, status, body) => demandOk(status, body),
  };
}

/** The three kinds of work; `cookie` signs both sides in as the same person. */
export function benchWorks(cookie: string, origin: string): Pair[] {
  const own = { cookie, "x-consortia": "1", origin, "sec-fetch-site": "same-origin" };
  const plain = { cookie };
  return [
    {
      name: "project list",
      goal: 0.6,
      product: read(() => `/api/trpc/project.list?input=${input({ status: ["running"] })}`, own),
      bare: read(() => "/projects?status=running", plain),
    },
    {
      name: "project overview",
      goal: 0.6,
      product: read((turn) => `/api/trpc/project.overview?input=${input({ projectId: projectOf(turn) })}`, own),
      bare: read((turn) => `/project?id=${projectOf(turn)}`, plain),
    },
    { name: "contribution update", goal: 0.5, product: writeToProduct(own), bare: writeToBare(plain) },
  ];
}

/** Every worker rewrites a draft report of its own again and again, with the version the last answer gave. */
function reportOf(worker: number): Report {
  const index = worker * 11;
  const line = index * 100;
  return {
    id: benchId("update", line * 10 + 2),
    contributionId: benchId("contribution", line),
    periodId: benchId("period", index * 100 + 2),
    version: 1,
  };
}

function writeToProduct(headers: Record<string, string>): Work {
  const reports = Array.from({ length: 16 }, (_, worker) => reportOf(worker));
  let turn = 0;
  return {
    next(worker) {
      turn += 1;
      const { contributionId, periodId, version } = reports[worker] ?? reportOf(worker);
      const body = JSON.stringify({
        contributionId,
        periodId,
        version,
        patch: { deliveredCents: turn, text: `turn ${turn}` },
      });
      return {
        method: "POST",
        path: "/api/trpc/update.save",
        body,
        headers: { ...headers, "content-type": "application/json", "idempotency-key": randomUUID() },
      };
    },
    check(worker, status, body) {
      demandOk(status, body);
      const { version } = (JSON.parse(body) as { result: { data: { version: number } } }).result.data;
      reports[worker] = { ...(reports[worker] ?? reportOf(worker)), version };
    },
  };
}

function writeToBare(headers: Record<string, string>): Work {
  const reports = Array.from({ length: 16 }, (_, worker) => reportOf(worker));
  let turn = 0;
  return {
    next(worker) {
      turn += 1;
      const { id, version } = reports[worker] ?? reportOf(worker);
      return {
        method: "POST",
        path: "/update",
        body: JSON.stringify({ id, version, deliveredCents: turn, text: `turn ${turn}` }),
        headers,
      };
    },
    check(worker, status, body) {
      demandOk(status, body);
      const { version } = JSON.parse(body) as { version: number };
      reports[worker] = { ...(reports[worker] ?? reportOf(worker)), version };
    },
  };
}
