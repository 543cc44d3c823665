import type { OrganisationKind } from "../organisations/organisation-words.ts";
import type { ProjectStatus } from "../projects/project-words.ts";
import type { SeatRole } from "./seat-words.ts";

/** Who may look at a project as one of its members sees it. */
export const viewedBy = ["coordinator", "administrator"] as const;
export type ViewedBy = (typeof viewedBy)[number];

/** Who is asking: a signed-in person and the seat the session acts from (null: no organisation chosen or held). */
export type Person = {
  readonly userId: string;
  readonly isAdministrator: boolean;
  /** The day of the request (UTC), for everything that has run out. */
  readonly today: string;
  readonly seat: { readonly organisationId: string; readonly kind: OrganisationKind; readonly role: SeatRole } | null;
  /** Set while somebody else looks at one project as the member of `seat` sees it; `userId` is nobody's then. */
  readonly viewing?: { readonly projectId: string; readonly by: ViewedBy } | undefined;
};

/**
 * Where a person stands towards one project; every policy decides from this alone.
 * `coordinator` and `participant` are accepted participants, `invited` has not answered yet, `cluster` acts
 * for the project's cluster without taking part, `reader` sees it through its visibility only.
 */
export type Relation = "coordinator" | "participant" | "invited" | "cluster" | "reader";

export type Standing = {
  readonly projectId: string;
  readonly projectStatus: ProjectStatus;
  readonly organisationId: string | null;
  readonly seatRole: SeatRole | null;
  readonly relation: Relation;
  /** The acting organisation also is the project's cluster. */
  readonly actsForCluster: boolean;
  /** Own participant rows that are invited or accepted; an organisation may take part in several roles. */
  readonly participantIds: readonly string[];
  /** Who looks through the member's eyes, if anybody: such a reader gets nothing that the member keeps to itself. */
  readonly viewedBy?: ViewedBy | undefined;
};

/** May write at all for the acting organisation: a viewer never may. */
export function mayWrite(standing: Standing): boolean {
  return standing.seatRole === "manager" || standing.seatRole === "editor";
}

/** Coordinates the project with a writing seat. */
export function coordinates(standing: Standing): boolean {
  return standing.relation === "coordinator" && mayWrite(standing);
}

/** Plans the project (facts, members, streams, periods): the coordinator, or the cluster it belongs to. */
export function mayPlanProject(standing: Standing): boolean {
  return coordinates(standing) || (standing.actsForCluster && mayWrite(standing));
}

/** Sees what the members of the consortium share among themselves, not only what the project opens to readers. */
export function isInConsortium(standing: Standing): boolean {
  return standing.relation !== "reader";
}

/** Takes part and has accepted: reads the ledger as a member, from the own lines. */
export function isMember(standing: Pick<Standing, "relation">): boolean {
  return standing.relation === "coordinator" || standing.relation === "participant";
}

/** Acts for this participant itself, and is not somebody else who looks through its eyes. */
export function isItself(standing: Pick<Standing, "participantIds" | "viewedBy">, participantId: string): boolean {
  return standing.viewedBy === undefined && standing.participantIds.includes(participantId);
}
