import { readdirSync } from "node:fs";
import path from "node:path";

import type { Request, RequestHandler, Response } from "express";

const types: Record<string, string> = {
  ".html": "text/html; charset=utf-8",
  ".js": "text/javascript; charset=utf-8",
  ".css": "text/css; charset=utf-8",
  ".json": "application/json; charset=utf-8",
  ".svg": "image/svg+xml",
  ".png": "image/png",
  ".ico": "image/x-icon",
  ".woff2": "font/woff2",
  ".txt": "text/plain; charset=utf-8",
  ".webmanifest": "application/manifest+json",
};

/** The product, and the page of personal links, which stands alone; neither is asked for by its own name. */
const pages = new Set(["/index.html", "/part.html"]);

/**
 * Serves the built client from `folder`: only files that were there at start, so no address can lead out of it;
 * compressed copies made by the build where the browser takes them; hashed assets for ever, the page never from a cache
 * unasked. Every other page address gets the page, which finds its own way.
 */
export function clientFiles(folder: string): RequestHandler {
  const files = listFiles(folder);
  return (request, response, next) => {
    if (request.method !== "GET" && request.method !== "HEAD") return next();
    const wanted = decodeURIComponent(request.path);
    if (!pages.has(wanted) && files.has(wanted)) return send(request, response, files, folder, wanted);
    const page = wanted === "/part" ? "/part.html" : "/index.html";
    if (!files.has(page) || !isPage(request, wanted)) return next();
    send(request, response, files, folder, page);
  };
}

function listFiles(folder: string): ReadonlySet<string> {
  try {
    const entries = readdirSync(folder, { recursive: true, withFileTypes: true }).filter((entry) => entry.isFile());
    const names = entries.map(
      (entry) => `/${path.relative(folder, path.join(entry.parentPath, entry.name)).split(path.sep).join("/")}`,
    );
    return new Set(names.filter((name) => !name.startsWith("/.")));
  } catch {
    // Run from source without a build: the development server has the client.
    return new Set();
  }
}

function isPage(request: Request, wanted: string): boolean {
  if (/^\/(api|health|assets)(\/|$)/.test(wanted) || path.posix.extname(wanted) !== "") return false;
  const accept = request.headers.accept ?? "*/*";
  return accept.includes("text/html") || accept.includes("*/*");
}

function send(request: Request, response: Response, files: ReadonlySet<string>, folder: string, name: string): void {
  const accepted = request.headers["accept-encoding"] ?? "";
  const coding = [["br", ".br"] as const, ["gzip", ".gz"] as const].find(
    ([word, ending]) => accepted.includes(word) && files.has(name + ending),
  );
  response.setHeader("Content-Type", types[path.posix.extname(name)] ?? "application/octet-stream");
  response.setHeader("Vary", "Accept-Encoding");
  if (coding) response.setHeader("Content-Encoding", coding[0]);
  const hashed = name.startsWith("/assets/");
  response.sendFile(name.slice(1) + (coding?.[1] ?? ""), {
    root: folder,
    cacheControl: false,
    headers: { "Cache-Control": hashed ? "public, max-age=31536000, immutable" : "no-cache" },
  });
}
