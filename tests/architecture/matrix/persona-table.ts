/** How a project may be opened; the matrix is walked through once for each. */
export const visibilities = ["consortium", "cluster", "public"] as const;
export type Visibility = (typeof visibilities)[number];

/** Where a persona stands towards a project: the rows of the rule tables. */
export const standings = [
  "lead",
  "leadEditor",
  "leadViewer",
  "member",
  "memberEditor",
  "memberViewer",
  "invited",
  "cluster",
  "clusterViewer",
  "reader",
  "stranger",
] as const;
export type Standing = (typeof standings)[number];

/** What a persona is apart from projects: the rows of the rule tables about the directory and the installation. */
export const capacities = [
  "manager",
  "editor",
  "viewer",
  "clusterManager",
  "clusterViewer",
  "seatless",
  "administrator",
] as const;
export type Capacity = (typeof capacities)[number];

/** Whose records count as the persona's own. */
export type Owner = "lead" | "member" | "other" | "invited";

type PersonaFacts = {
  /** Null when nobody is signed in. */
  capacity: Capacity | null;
  /** In the project of the scene, when it is open to its consortium, its cluster, everybody. */
  here: readonly [Standing, Standing, Standing];
  /** In the two projects of strangers, the closed one and the one open to everybody. */
  elsewhere?: readonly [Standing, Standing];
  owner?: Owner;
};

const everywhere = (standing: Standing) => [standing, standing, standing] as const;
const outside = ["stranger", "stranger", "reader"] as const;

/** Everybody who asks and tries, and where each of them stands. Written by hand: this is what the program is measured by. */
export const personaTable = {
  lead: { capacity: "manager", here: everywhere("lead"), owner: "lead" },
  leadEditor: { capacity: "editor", here: everywhere("leadEditor"), owner: "lead" },
  leadViewer: { capacity: "viewer", here: everywhere("leadViewer"), owner: "lead" },
  member: { capacity: "manager", here: everywhere("member"), owner: "member" },
  memberEditor: { capacity: "editor", here: everywhere("memberEditor"), owner: "member" },
  memberViewer: { capacity: "viewer", here: everywhere("memberViewer"), owner: "member" },
  other: { capacity: "manager", here: everywhere("member"), owner: "other" },
  otherViewer: { capacity: "viewer", here: everywhere("memberViewer"), owner: "other" },
  invited: { capacity: "manager", here: everywhere("invited"), owner: "invited" },
  cluster: { capacity: "clusterManager", here: everywhere("cluster") },
  clusterViewer: { capacity: "clusterViewer", here: everywhere("clusterViewer") },
  /** Belongs to the cluster without taking part. */
  reader: { capacity: "manager", here: ["stranger", "reader", "reader"] },
  /** Took part and left. */
  withdrawn: { capacity: "manager", here: outside },
  outsider: { capacity: "manager", here: outside },
  /** Coordinates the two projects of strangers. */
  otherCoordinator: { capacity: "manager", here: outside, elsewhere: ["lead", "lead"] },
  noSeat: { capacity: "seatless", here: outside },
  /** Was an editor of the member; the seat was taken away while the session went on. */
  removedSeat: { capacity: "seatless", here: outside },
  administrator: { capacity: "administrator", here: outside },
  anonymous: { capacity: null, here: everywhere("stranger") },
  /** Holds a personal link to the member's part of the open period, and no account. */
  linkHolder: { capacity: null, here: everywhere("stranger"), owner: "member" },
  /** A manager of the coordinator whose session has run out. */
  expiredSession: { capacity: null, here: everywhere("stranger") },
} as const satisfies Record<string, PersonaFacts>;

export type Persona = keyof typeof personaTable;
export const personas = Object.keys(personaTable) as Persona[];

export function factsOf(persona: Persona): PersonaFacts {
  return personaTable[persona];
}

/** Where a persona stands towards the project that an object of this ownership lies in. */
export function standingTowards(persona: Persona, ownership: string, visibility: Visibility): Standing {
  const { here, elsewhere } = factsOf(persona);
  if (ownership.startsWith("elsewhere-open")) return elsewhere?.[1] ?? "reader";
  if (ownership === "elsewhere") return elsewhere?.[0] ?? "stranger";
  return here[visibilities.indexOf(visibility)] ?? "stranger";
}
