import { createTRPCClient, httpLink, type TRPCClient } from "@trpc/client";

import type { AppRouter } from "#server/api/router.ts";
import { uuidv7 } from "#shared/ids.ts";

export type Visitor = {
  /** Fetches a path of the server with this visitor's cookies, as a page of the server would. */
  fetch(path: string, init?: RequestInit): Promise<Response>;
  readonly api: TRPCClient<AppRouter>;
  /** The Cookie header as it stands, for clients of another kind. */
  cookies(): string;
  setCookie(name: string, value: string): void;
};

/** A browser without pages: keeps cookies and sends what our own pages send. */
export function createVisitor(url: string): Visitor {
  const jar = new Map<string, string>();
  const cookies = () => [...jar].map(([name, value]) => `${name}=${value}`).join("; ");
  const send = async (target: string | URL, init: RequestInit = {}): Promise<Response> => {
    const headers = new Headers(init.headers);
    if (!headers.has("origin")) headers.set("origin", url);
    headers.set("x-consortia", "1");
    headers.set("sec-fetch-site", "same-origin");
    if (jar.size > 0) headers.set("cookie", cookies());
    const response = await fetch(target, { ...init, headers, redirect: "manual" });
    for (const line of response.headers.getSetCookie()) keep(jar, line);
    return response;
  };
  const api = createTRPCClient<AppRouter>({
    links: [
      httpLink({
        url: `${url}/api/trpc`,
        fetch: (target, init) => send(target as URL | string, init as RequestInit),
        headers: ({ op }) =>
          op.type === "mutation"
            ? { "idempotency-key": uuidv7(Date.now(), crypto.getRandomValues(new Uint8Array(10))) }
            : {},
      }),
    ],
  });
  return {
    fetch: (path, init) => send(new URL(path, url), init),
    api,
    cookies,
    setCookie: (name, value) => jar.set(name, value),
  };
}

function keep(jar: Map<string, string>, line: string): void {
  const [pair = "", ...attributes] = line.split(";");
  const equals = pair.indexOf("=");
  const name = pair.slice(0, equals).trim();
  const gone = attributes.some((each) => /^\s*max-age=0$/i.test(each));
  if (gone) jar.delete(name);
  else jar.set(name, pair.slice(equals + 1).trim());
}
