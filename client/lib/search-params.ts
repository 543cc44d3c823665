/** Reads one search parameter; undefined when it is absent or not of the kind, so that a bad link opens the plain page. */
export type ParamReader<T> = (value: unknown) => T | undefined;

/** Any text up to 200 characters; an empty one counts as absent. */
export const textParam: ParamReader<string> = (value) => {
  if (typeof value !== "string" && typeof value !== "number") return undefined;
  const text = String(value).slice(0, 200);
  return text === "" ? undefined : text;
};

/** A whole number from 1, e.g. a page. */
export const countParam: ParamReader<number> = (value) => {
  const number = Number(value);
  return Number.isSafeInteger(number) && number >= 1 ? number : undefined;
};

/** `true` or absent. */
export const flagParam: ParamReader<true> = (value) => (value === true || value === "true" ? true : undefined);

/** One of the given words. */
export function wordParam<const Word extends string>(words: readonly Word[]): ParamReader<Word> {
  return (value) => words.find((word) => word === value);
}

type SearchOf<Readers extends Record<string, ParamReader<unknown>>> = {
  [Key in keyof Readers]?: Readers[Key] extends ParamReader<infer T> ? T : never;
};

/** Builds `validateSearch` of a route from readers; unknown parameters are dropped. */
export function searchOf<Readers extends Record<string, ParamReader<unknown>>>(
  readers: Readers,
): (given: Record<string, unknown>) => SearchOf<Readers> {
  return (given) => {
    const found = Object.entries(readers)
      .map(([key, reader]) => [key, reader(given[key])] as const)
      .filter(([, value]) => value !== undefined);
    return Object.fromEntries(found) as SearchOf<Readers>;
  };
}

/** The parameters of every list: text searched for, page from 1, sorted column, falling instead of rising. */
export const listParams = { q: textParam, page: countParam, sort: textParam, desc: flagParam };
