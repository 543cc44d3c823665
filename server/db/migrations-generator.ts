import { execFileSync } from "node:child_process";
import { readFileSync, rmSync, writeFileSync } from "node:fs";
import { join } from "node:path";

// Run by `npm run migrations:generate`: writes for both databases what the schema needs beyond the migrations there
// are. With `--fresh`, allowed only until the first release, the first one is written anew and the triggers stay second.

const root = join(import.meta.dirname, "../..");
const fresh = process.argv.includes("--fresh");

for (const [dialect, url] of [
  ["sqlite", ""],
  ["postgres", "postgres:"],
] as const) {
  const generate = (...options: string[]) =>
    execFileSync(
      process.execPath,
      [
        join(root, "node_modules/drizzle-kit/bin.cjs"),
        "generate",
        "--config",
        "server/db/drizzle.config.ts",
        ...options,
      ],
      {
        cwd: root,
        stdio: ["ignore", "ignore", "inherit"],
        env: { DATABASE_URL: url },
      },
    );
  if (!fresh) {
    generate();
    continue;
  }
  const folder = join(root, "migrations", dialect);
  const triggers = readFileSync(join(folder, "0001_final-history.sql"));
  rmSync(folder, { recursive: true });
  generate("--name", "start");
  generate("--custom", "--name", "final-history");
  writeFileSync(join(folder, "0001_final-history.sql"), triggers);
}
