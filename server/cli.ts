import "./node-version.mjs";

process.env["NODE_ENV"] = "production";

const { runCommandLine } = await import("./cli/command-line.ts");
await runCommandLine(process.argv.slice(2));
