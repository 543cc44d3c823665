/** What a mutation was answered with: the result, or the refusal as the page gets it. */
export type Answered =
  | { status: 200; data: unknown; replayed: boolean }
  | { status: number; appCode: string; present: unknown; replayed: boolean };

type Call = { url: string; origin: string; cookies: string; path: string; input: object; key: string };

/** Sends one mutation as our own page would, with an idempotency key of the caller's choice. */
export async function sendMutation({ url, origin, cookies, path, input, key }: Call): Promise<Answered> {
  const response = await fetch(`${url}/api/trpc/${path}`, {
    method: "POST",
    body: JSON.stringify(input),
    headers: {
      "content-type": "application/json",
      "x-consortia": "1",
      "idempotency-key": key,
      origin,
      cookie: cookies,
    },
  });
  const body = (await response.json()) as {
    result?: { data: unknown };
    error?: { data: { appCode: string; present: unknown } };
  };
  const replayed = response.headers.get("idempotency-replayed") === "true";
  if (body.result) return { status: 200, data: body.result.data, replayed };
  const { appCode = "", present = null } = body.error?.data ?? {};
  return { status: response.status, appCode, present, replayed };
}
