import { statSync } from "node:fs";
import { request } from "node:http";
import { join } from "node:path";

import { describe, expect, test } from "vitest";

import { makeTestFolder } from "#tests/support/installation.ts";
import { runCommand, setUp, startServerProcess } from "#tests/support/spawned-server.ts";
import { createVisitor, type Visitor } from "#tests/support/visitor.ts";

const createOrganisation = (visitor: Visitor, name: string) =>
  visitor.api.organisation.create.mutate({ kind: "enterprise", name });

describe("a server process", { timeout: 90_000 }, () => {
  test("makes its data at first start, offers one setup link, and ends with 0 on SIGTERM and SIGINT", async () => {
    const folder = makeTestFolder();
    const first = await startServerProcess(folder);
    expect(first.setupToken).toMatch(/^s/);
    expect((await createVisitor(first.url).fetch("/health/ready")).status).toBe(200);
    expect(statSync(join(folder, "secret")).mode & 0o777).toBe(0o600);
    await setUp(first);
    expect((await first.stop("SIGTERM")).code).toBe(0);

    const second = await startServerProcess(folder);
    expect((await second.stop("SIGINT")).code).toBe(0);
    expect(second.output()).not.toContain("setup?token=");
  });

  test("loses nothing it acknowledged when it is killed in the middle of work, and starts again", async () => {
    const folder = makeTestFolder();
    const server = await startServerProcess(folder, { environment: { CALLS_PER_MINUTE: "100000" } });
    const visitor = await setUp(server);
    const acknowledged: string[] = [];
    const work = Array.from({ length: 200 }, async (_, index) => {
      const { id } = await createOrganisation(visitor, `Enterprise ${index}`);
      acknowledged.push(id);
      if (acknowledged.length === 60) server.child.kill("SIGKILL");
    });
    await Promise.allSettled(work);
    expect((await server.ended).signal).toBe("SIGKILL");
    expect(acknowledged.length).toBeGreaterThanOrEqual(60);
    expect(acknowledged.length).toBeLessThan(200);

    const again = await startServerProcess(folder, { environment: { CALLS_PER_MINUTE: "100000" } });
    const back = createVisitor(again.url);
    await back.api.account.signIn.mutate({ email: "ada@example.test", password: "a long sentence nobody guesses" });
    for (const id of acknowledged) expect((await back.api.organisation.show.query({ id })).id).toBe(id);
    await again.stop("SIGTERM");
    const doctor = await runCommand(folder, ["doctor", "--json"]);
    expect(doctor.output).toContain('"sound":true');
    expect(doctor.code).toBe(0);
  });

  test("has its data to itself: a second one ends with 75 and says who has it", async () => {
    const folder = makeTestFolder();
    const first = await startServerProcess(folder);
    const second = await runCommand(folder, ["serve"]);
    expect(second.code).toBe(75);
    expect(second.output).toContain(`pid ${first.child.pid}`);
    await first.stop("SIGTERM");
  });

  test("stops while a page listens for news, and says goodbye to it", async () => {
    const server = await startServerProcess(makeTestFolder());
    const visitor = await setUp(server);
    const stream = await openStream(server.url, visitor.cookies());
    const { code } = await server.stop("SIGTERM");
    expect(code).toBe(0);
    expect(await stream.text).toContain("event: bye");
  });

  test("logs a defect nothing caught and ends with 70", async () => {
    const preload = `data:text/javascript,process.on("SIGUSR2",()=>{throw new Error("boom\\nsecond line")})`;
    const server = await startServerProcess(makeTestFolder(), { nodeOptions: ["--import", preload] });
    const { code, output } = await server.stop("SIGUSR2");
    expect(code).toBe(70);
    const fatal = output.split("\n").filter((line) => line.includes("boom"));
    expect(fatal).toHaveLength(1);
    expect(JSON.parse(fatal[0] ?? "")).toMatchObject({ level: "fatal" });
  });
});

describe("a start that cannot succeed ends with the code of its reason", { timeout: 90_000 }, () => {
  test("78 and every wrong setting by its name", async () => {
    const { code, output } = await runCommand(makeTestFolder(), ["serve"], {
      environment: { PORT: "many", SECRET: "short" },
    });
    expect(code).toBe(78);
    expect(output).toContain("PORT:");
    expect(output).toContain("SECRET:");
  });

  test("78 when other computers are let in under no address", async () => {
    const { code, output } = await runCommand(makeTestFolder(), ["serve"], { environment: { HOST: "0.0.0.0" } });
    expect(code).toBe(78);
    expect(output).toContain("BASE_URL");
  });

  test("75 when the port is taken", async () => {
    const first = await startServerProcess(makeTestFolder());
    const { code, output } = await runCommand(makeTestFolder(), ["serve"], {
      environment: { PORT: new URL(first.url).port },
    });
    expect(code).toBe(75);
    expect(output).toContain("Port");
    await first.stop("SIGTERM");
  });
});

/** Opens the live channel as a page does; `text` is all that came until it ended. */
async function openStream(url: string, cookie: string): Promise<{ text: Promise<string> }> {
  const path = `/api/trpc/change.follow?input=${encodeURIComponent("{}")}`;
  return await new Promise((resolve, reject) => {
    const call = request(new URL(path, url), { headers: { cookie, accept: "text/event-stream" } }, (response) => {
      let text = "";
      expect(response.statusCode).toBe(200);
      response.setEncoding("utf8").on("data", (chunk: string) => (text += chunk));
      const whole = new Promise<string>((done) => response.on("close", () => done(text)));
      response.once("data", () => resolve({ text: whole }));
      response.on("error", () => undefined);
    });
    call.on("error", reject);
    call.end();
  });
}
