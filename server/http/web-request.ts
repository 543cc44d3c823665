import type { Request as ExpressRequest, Response as ExpressResponse } from "express";

/** The headers of a request in the web's own form. */
export function webHeaders(request: ExpressRequest): Headers {
  const headers = new Headers();
  for (const [name, value] of Object.entries(request.headers)) {
    for (const each of Array.isArray(value) ? value : [value]) if (each !== undefined) headers.append(name, each);
  }
  return headers;
}

/** A web request for libraries that take one; the body has been read by `readJsonBody` before. */
export function webRequest(request: ExpressRequest, baseUrl: string): Request {
  const hasBody = request.method !== "GET" && request.method !== "HEAD" && typeof request.body === "string";
  return new Request(new URL(request.originalUrl, baseUrl), { method: request.method, headers: webHeaders(request), ...(hasBody ? { body: request.body as string } : {}) });
}

/** Sends a web response; cookies stay separate headers. */
export async function sendWebResponse(response: ExpressResponse, answer: Response): Promise<void> {
  response.status(answer.status);
  for (const [name, value] of answer.headers) if (name !== "set-cookie") response.setHeader(name, value);
  for (const cookie of answer.headers.getSetCookie()) response.append("Set-Cookie", cookie);
  response.end(Buffer.from(await answer.arrayBuffer()));
}
