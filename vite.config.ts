import { fileURLToPath } from "node:url";
import react from "@vitejs/plugin-react";
import mantine from "postcss-preset-mantine";
import variables from "postcss-simple-vars";
import type { Plugin } from "vite";
import { defineConfig } from "vitest/config";

import { vitestProjects } from "./tests/vitest-projects.ts";

const breakpoints = {
  "mantine-breakpoint-xs": "36em",
  "mantine-breakpoint-sm": "48em",
  "mantine-breakpoint-md": "62em",
  "mantine-breakpoint-lg": "75em",
  "mantine-breakpoint-xl": "88em",
};

// The port of the API in development; several checkouts on one computer each choose their own.
// The Host header stays that of the page: the server compares it with the Origin of what changes something.
const api = { target: `http://localhost:${process.env["PORT"] ?? "3000"}`, changeOrigin: false };

/** In development, too, `/part` is the page of personal links. */
const partPage: Plugin = {
  name: "part-page",
  configureServer(server) {
    server.middlewares.use((request, _response, next) => {
      if (request.url === "/part") request.url = "/part.html";
      next();
    });
  },
};

export default defineConfig({
  root: fileURLToPath(new URL("client", import.meta.url)),
  plugins: [react(), partPage],
  css: { postcss: { plugins: [mantine(), variables({ variables: breakpoints })] } },
  build: {
    outDir: fileURLToPath(new URL("dist/client", import.meta.url)),
    emptyOutDir: true,
    manifest: true,
    // The content security policy allows fonts and pictures from this server only, so nothing is inlined as data: URL.
    assetsInlineLimit: 0,
    target: "es2023",
    rolldownOptions: {
      // The product, and the page of personal links, which stands alone.
      input: ["index.html", "part.html"].map((name) => fileURLToPath(new URL(`client/${name}`, import.meta.url))),
      output: {
        // What every page needs, in one file: it compresses better and is asked for once.
        codeSplitting: {
          groups: [
            {
              name: "base",
              test: /node_modules\/(react|react-dom|scheduler|@tanstack|@trpc|i18next|react-i18next|use-sync-external-store)\//,
            },
          ],
        },
      },
    },
  },
  server: { proxy: { "/api": api, "/export": api, "/health": api } },
  test: { projects: vitestProjects },
  preview: { proxy: { "/api": api, "/export": api, "/health": api } },
});
