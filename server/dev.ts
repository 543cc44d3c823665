import { spawn } from "node:child_process";
import path from "node:path";

const root = path.join(import.meta.dirname, "..");

// The server restarts when its sources change; the pages come from the development server of Vite, which passes on
// what belongs to the API. Both end together.
const started = [
  spawn(process.execPath, ["--watch", path.join(root, "server", "main.ts")], { stdio: "inherit", cwd: root }),
  spawn(process.execPath, [path.join(root, "node_modules", "vite", "bin", "vite.js")], { stdio: "inherit", cwd: root }),
];
const endAll = () => started.forEach((child) => child.kill());
for (const child of started) child.on("exit", endAll);
process.on("SIGINT", endAll).on("SIGTERM", endAll);
