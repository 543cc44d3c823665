import { spawnSync } from "node:child_process";
import path from "node:path";
import { pathToFileURL } from "node:url";

import { isBuilt } from "./build-stamp.ts";

const root = path.join(import.meta.dirname, "..");

if (!isBuilt(root)) {
  process.stdout.write("Building Consortia; this happens once after each change of the sources.\n");
  // In a process of its own: what the build needs does not stay in the server's memory.
  const { status } = spawnSync(process.execPath, [path.join(root, "server", "build.ts")], {
    stdio: "inherit",
    cwd: root,
  });
  if (status !== 0) process.exit(status ?? 1);
}
await import(pathToFileURL(path.join(root, "dist", "server", "main.js")).href);
