import { isAlias, isMap, isScalar, isSeq, LineCounter, type Node, parseDocument } from "yaml";

import { ImportRefusal } from "#server/imports/import-limits.ts";

const mostDepth = 12;

/** A mapping of a YAML file whose values are asked for by key; whatever is not a mapping or a scalar reads as nothing. */
export type YamlMap = {
  /** The line of the key in the file, from 1. */
  row: number;
  text(key: string): string | null;
  map(key: string): YamlMap | null;
  /** Mappings below this one, in the order of the file. */
  maps(): [key: string, value: YamlMap][];
  rowOf(key: string): number;
};

/**
 * Reads a YAML document whose top is a mapping. Aliases, tags of its own and deep nesting are refused: a few bytes of
 * them stand for gigabytes. Faults: FILE_DAMAGED, ALIASES_REFUSED.
 */
export function readYaml(text: string): YamlMap {
  if (nesting(text) > mostDepth) throw new ImportRefusal("FILE_DAMAGED");
  const lines = new LineCounter();
  const document = parseDocument(text, { lineCounter: lines, schema: "failsafe", merge: false, stringKeys: true });
  const [error] = document.errors;
  if (error) throw new ImportRefusal("FILE_DAMAGED", { row: error.linePos?.[0].line ?? null });
  const refusedAt = (node: Node | null | undefined) => lines.linePos(node?.range?.[0] ?? 0).line;
  refuseAliases(document.contents, refusedAt);
  if (!isMap(document.contents)) throw new ImportRefusal("FILE_DAMAGED");
  return mapOf(document.contents, 1, refusedAt);
}

type RowOf = (node: Node | null | undefined) => number;

function mapOf(node: Node, row: number, rowOf: RowOf): YamlMap {
  const entries = new Map<string, { row: number; value: Node | null }>();
  if (isMap(node)) {
    for (const { key, value } of node.items) {
      if (isScalar(key)) entries.set(String(key.value), { row: rowOf(key), value: value as Node | null });
    }
  }
  return {
    row,
    text(key) {
      const value = entries.get(key)?.value;
      return isScalar(value) && typeof value.value === "string" ? value.value : null;
    },
    map(key) {
      const found = entries.get(key);
      return found?.value && isMap(found.value) ? mapOf(found.value, found.row, rowOf) : null;
    },
    maps: () =>
      [...entries].flatMap(([key, { row: at, value }]) =>
        value && isMap(value) ? [[key, mapOf(value, at, rowOf)] as [string, YamlMap]] : [],
      ),
    rowOf: (key) => entries.get(key)?.row ?? row,
  };
}

function refuseAliases(top: Node | null, rowOf: RowOf): void {
  const open: unknown[] = [top];
  while (open.length > 0) {
    const node = open.pop();
    if (isAlias(node)) throw new ImportRefusal("ALIASES_REFUSED", { row: rowOf(node) });
    if (isMap(node)) for (const { key, value } of node.items) open.push(key, value);
    else if (isSeq(node)) open.push(...node.items);
  }
}

/** How deep brackets lie in each other, and how far the first line of a block is set in; more than the parser should try. */
function nesting(text: string): number {
  let depth = 0;
  let deepest = 0;
  for (const sign of text) {
    if (sign === "{" || sign === "[") deepest = Math.max(deepest, (depth += 1));
    else if (sign === "}" || sign === "]") depth = Math.max(0, depth - 1);
    else if (sign === "\n") depth = 0;
  }
  return deepest;
}
