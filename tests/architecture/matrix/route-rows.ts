import type { At } from "./matrix-world.ts";
import type { Ownership } from "./ownership-table.ts";
import type { Persona } from "./persona-table.ts";

/** How the answers of one route are expected: the status for each ownership that is tried. */
export type RouteRow = {
  /** Path and body of the request; `{}` where the route takes none. */
  request: (at: At) => { path: string; body?: FormData | string };
  ownerships: readonly Ownership[];
  expected: (persona: Persona, ownership: Ownership) => number;
};

const signedOut = new Set<Persona>(["anonymous", "linkHolder", "expiredSession"]);
const leads = new Set<Persona>(["lead", "leadEditor", "leadViewer"]);
const members = new Set<Persona>(["member", "memberEditor", "memberViewer", "other", "otherViewer"]);
const viewers = new Set<Persona>(["leadViewer", "memberViewer", "otherViewer"]);
const cluster = new Set<Persona>(["cluster", "clusterViewer"]);
const readsAlways = new Set<Persona>([...leads, ...members, ...cluster]);

const pdf = new Blob(["%PDF-1.4\n1 0 obj\n<<>>\nendobj\ntrailer\n<<>>\n%%EOF\n"], { type: "application/pdf" });

function formOf(file: Blob): FormData {
  const form = new FormData();
  form.append("file", file, "evidence.pdf");
  return form;
}

/**
 * Every route of the program that is no procedure, as `METHOD path`, with the status each persona gets; the project of
 * the scene is open to its cluster. 410 is the answer to whoever may have a file whose bytes this scene never had.
 */
export const routeRows: Record<string, RouteRow> = {
  "GET /health/live": everybody("/health/live", 200),
  "GET /health/ready": everybody("/health/ready", 200),
  // The signed token in the address is the whole right; without one everybody is answered alike.
  "POST /unsubscribe": everybody("/unsubscribe?token=nobodys", 404),
  // The secret in the address is the whole right; without one everybody is answered alike.
  "GET /calendar/:file": everybody("/calendar/nobodys.ics", 404),
  "GET /exports/:id/file": {
    request: ({ exported }) => ({ path: `/api/exports/${exported.id}/file` }),
    ownerships: ["own", "theirs", "unknown"],
    expected: (persona, ownership) => {
      if (signedOut.has(persona)) return 401;
      return ownership === "own" ? 410 : 404;
    },
  },
  "GET /attachments/:id/file": {
    request: ({ file }) => ({ path: `/api/attachments/${file.id}/file` }),
    ownerships: ["shared", "confided", "elsewhere-open", "elsewhere", "unknown"],
    expected: (persona, ownership) => {
      if (signedOut.has(persona)) return 401;
      if (ownership.startsWith("elsewhere")) return persona === "otherCoordinator" ? 410 : 404;
      if (ownership === "shared") return readsAlways.has(persona) ? 410 : 404;
      return ownership === "confided" && leads.has(persona) ? 410 : 404;
    },
  },
  "POST /updates/:id/attachments": {
    request: ({ draft }) => ({ path: `/api/updates/${draft.id}/attachments`, body: formOf(pdf) }),
    ownerships: ["own", "shared", "confided", "elsewhere-open", "elsewhere", "unknown"],
    expected: (persona, ownership) => {
      if (signedOut.has(persona)) return 401;
      if (ownership !== "own" || !(leads.has(persona) || members.has(persona))) return 404;
      return viewers.has(persona) ? 403 : 200;
    },
  },
  // The link alone says who acts; its holder may, everybody else is nobody.
  "POST /part/updates/:id/attachments": {
    request: ({ draft }) => ({ path: `/api/part/updates/${draft.id}/attachments`, body: formOf(pdf) }),
    ownerships: ["own", "shared", "confided", "elsewhere-open", "elsewhere", "unknown"],
    expected: (persona, ownership) => (persona === "linkHolder" && ownership === "own" ? 200 : 404),
  },
  "POST /imports/file": {
    request: () => ({ path: "/api/imports/file", body: "a;b" }),
    ownerships: ["nothing"],
    expected: (persona) => {
      if (signedOut.has(persona)) return 401;
      return persona === "cluster" || persona === "administrator" ? 200 : 403;
    },
  },
};

function everybody(path: string, status: number): RouteRow {
  return { request: () => ({ path }), ownerships: ["nothing"], expected: () => status };
}
