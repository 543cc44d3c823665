import path from "node:path";
import { pathToFileURL } from "node:url";

import { isBuilt } from "./build-stamp.ts";

const root = path.join(import.meta.dirname, "..");
const entry = isBuilt(root) ? path.join(root, "dist", "server", "cli.js") : path.join(root, "server", "cli.ts");

// The bundle starts faster; the sources are right even when nobody built them yet.
await import(pathToFileURL(entry).href);
