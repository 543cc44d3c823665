import { Agent, request } from "node:http";

export type Call = { method: "GET" | "POST"; path: string; headers: Record<string, string>; body?: string };

/** One kind of work as a closed loop: the next call of worker `worker`, and what its answer tells for the one after. */
export type Work = {
  next(worker: number): Call;
  /** Throws when the answer is not what the work needs: a benchmark of errors measures nothing. */
  check(worker: number, status: number, body: string): void;
};

export type Figures = { perSecond: number; p50: number; p99: number; bytes: number };

const WORKERS = 8;

/** Loads `port` on this machine with eight keep-alive connections for `seconds`; latencies in ms. */
export async function loadServer(port: number, work: Work, seconds: number): Promise<Figures> {
  const agent = new Agent({ keepAlive: true, maxSockets: WORKERS });
  const latencies: number[] = [];
  let bytes = 0;
  const end = performance.now() + seconds * 1_000;
  const run = async (worker: number) => {
    while (performance.now() < end) {
      const started = performance.now();
      const { status, body } = await send(port, agent, work.next(worker));
      latencies.push(performance.now() - started);
      bytes = body.length;
      work.check(worker, status, body);
    }
  };
  const started = performance.now();
  await Promise.all(Array.from({ length: WORKERS }, (_, worker) => run(worker)));
  const elapsed = (performance.now() - started) / 1_000;
  agent.destroy();
  const sorted = latencies.toSorted((left, right) => left - right);
  const at = (share: number) => sorted[Math.min(sorted.length - 1, Math.floor(sorted.length * share))] ?? 0;
  return { perSecond: latencies.length / elapsed, p50: at(0.5), p99: at(0.99), bytes };
}

function send(
  port: number,
  agent: Agent,
  { method, path, headers, body }: Call,
): Promise<{ status: number; body: string }> {
  return new Promise((resolve, reject) => {
    const outgoing = request({ host: "127.0.0.1", port, agent, method, path, headers }, (answer) => {
      const chunks: Buffer[] = [];
      answer.on("data", (chunk: Buffer) => chunks.push(chunk));
      answer.on("end", () => resolve({ status: answer.statusCode ?? 0, body: Buffer.concat(chunks).toString("utf8") }));
    });
    outgoing.on("error", reject);
    outgoing.end(body);
  });
}
