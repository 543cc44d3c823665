/** The message at the bottom of what a promise failed with: the query builder wraps errors on one database only. */
export async function failureOf(promise: PromiseLike<unknown> | undefined): Promise<string> {
  try {
    await promise;
  } catch (error) {
    let each = error as Error;
    while (each.cause instanceof Error) each = each.cause;
    return each.message;
  }
  return "did not fail";
}
