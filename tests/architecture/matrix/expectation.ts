import type { AuthorizationRule } from "#server/api/authorization-rules.ts";

import { columnOf, type Kind, type Ownership } from "./ownership-table.ts";
import { capacities, factsOf, type Persona, standings, standingTowards, type Visibility } from "./persona-table.ts";
import type { Row } from "./procedure-row.ts";
import { ruleTable } from "./rule-table.ts";

type Cell = { rule: AuthorizationRule; row: Row; persona: Persona; ownership: Ownership; visibility: Visibility };

const columns = ["own", "colleague", "shared", "confided"];
const columnsOf: Record<Kind, readonly string[]> = {
  line: columns,
  draft: columns,
  part: ["own", "shared"],
  organisation: ["own", "shared"],
  personal: ["own", "shared"],
  project: ["any"],
  nothing: ["any"],
};
const places = new Set<string>([...standings, ...capacities]);
const words = new Set<string>([...places, "linkHolder", "everybody"]);
/** What asks for no session. */
const openRules = new Set<AuthorizationRule>(["open", "part-link", "invitation-answer"]);

/** What the written tables promise for one cell; a cell they say nothing about is a fault of the tables. */
export function expectedOf({ rule, row, persona, ownership, visibility }: Cell): string {
  const { capacity } = factsOf(persona);
  if (capacity === null && !openRules.has(rule)) return "401";
  const standing = standingOf({ rule, row, persona, ownership, visibility });
  const departure = row.departures.findLast(
    ({ who, on }) =>
      (on ? on.includes(ownership) : ownership !== "unknown") &&
      who.split(" ").some((word) => word === standing || word === "*" || (word === persona && !places.has(word))),
  );
  if (departure) return departure.is;
  if (ownership === "unknown") return "404";
  if (rule === "open") return "ok";
  const outcome = tableOf(rule, row.of).get(standing)?.[columnsOf[row.of].indexOf(columnOf(row.of, ownership))];
  if (outcome === undefined || outcome === "-")
    throw new Error(`rule-table.ts says nothing about ${rule} of a ${row.of} for ${standing} as ${ownership}`);
  return outcome;
}

/** The row of the rule's table a persona stands in. */
function standingOf({ rule, row, persona, ownership, visibility }: Cell): string {
  if (rule === "part-link") return persona === "linkHolder" ? persona : "everybody";
  const isOfProject = ["line", "draft", "part", "project"].includes(row.of);
  return isOfProject ? standingTowards(persona, ownership, visibility) : (factsOf(persona).capacity ?? "nobody");
}

const parsed = new Map<string, Map<string, string[]>>();

function tableOf(rule: AuthorizationRule, kind: Kind): Map<string, string[]> {
  const key = `${rule} ${kind}`;
  const known = parsed.get(key);
  if (known) return known;
  const text = ruleTable[rule]?.[kind];
  if (text === undefined) throw new Error(`rule-table.ts has no table for ${rule} of a ${kind}`);
  const table = new Map<string, string[]>();
  for (const line of text.split("\n").filter((each) => each.trim() !== "")) {
    const parts = line.trim().split(/\s+/);
    const outcomes = parts.filter((part) => !words.has(part));
    if (outcomes.length !== columnsOf[kind].length)
      throw new Error(`${key}: a row with ${outcomes.length} columns: ${line}`);
    for (const word of parts.filter((part) => words.has(part))) table.set(word, outcomes);
  }
  parsed.set(key, table);
  return table;
}
