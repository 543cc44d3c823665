import { execFileSync } from "node:child_process";
import { mkdirSync, rmSync, statfsSync, writeFileSync } from "node:fs";
import { join } from "node:path";

import { expect, onTestFinished, test } from "vitest";

import { makeTestFolder } from "#tests/support/installation.ts";
import { setUp, startServerProcess } from "#tests/support/spawned-server.ts";
import { createVisitor } from "#tests/support/visitor.ts";

const size = 24 * 1024 * 1024;

/** A disk of 24 MB, or null where this user may not mount one. */
function mountSmallDisk(): string | null {
  const folder = join(makeTestFolder(), "disk");
  mkdirSync(folder);
  try {
    execFileSync("mount", ["-t", "tmpfs", "-o", `size=${size}`, "tmpfs", folder], { stdio: "ignore" });
  } catch {
    return null;
  }
  onTestFinished(() => void execFileSync("umount", ["--lazy", folder]));
  return folder;
}

test(
  "a full disk stops saving in plain words, not reading, and passes by itself",
  { timeout: 90_000 },
  async (context) => {
    const disk = mountSmallDisk();
    if (disk === null) return context.skip("mounting a small disk needs root");
    const server = await startServerProcess(disk, { environment: { CALLS_PER_MINUTE: "100000" } });
    const visitor = await setUp(server);
    const { id } = await visitor.api.organisation.create.mutate({ kind: "enterprise", name: "Before" });

    const filler = join(disk, "filler");
    const { bavail, bsize } = statfsSync(disk);
    writeFileSync(filler, Buffer.alloc(bavail * bsize));
    const text = "x".repeat(8000);
    const save = (name: string) => visitor.api.organisation.create.mutate({ kind: "enterprise", name, profile: text });
    const names = Array.from({ length: 400 }, (_, index) => `During ${index}`);
    const refusal = await firstFailure(names, save);
    expect(refusal).toMatchObject({
      data: { httpStatus: 503, appCode: "STORAGE_FULL" },
      message: expect.stringContaining("disk is full") as string,
    });
    expect((await visitor.api.organisation.show.query({ id })).name).toBe("Before");
    expect((await createVisitor(server.url).fetch("/health/ready")).status).toBe(503);
    expect((await createVisitor(server.url).fetch("/health/live")).status).toBe(200);

    rmSync(filler);
    expect((await save("After")).id).toBeTruthy();
    expect((await createVisitor(server.url).fetch("/health/ready")).status).toBe(200);
    expect((await server.stop("SIGTERM")).code).toBe(0);
  },
);

async function firstFailure<T>(items: T[], act: (item: T) => Promise<unknown>): Promise<unknown> {
  for (const item of items) {
    try {
      await act(item);
    } catch (error) {
      return error;
    }
  }
  return null;
}
