import { but, ofNothing, ofOrganisation, ofPerson, type Row } from "./procedure-row.ts";
import { pick } from "./row-inputs.ts";

const resource = { direction: "offered", resource: "Heat", medium: "energy", amount: null, unit: null, note: "" };

const seatsAreHidden = [
  but("*", "404", "Seats of others are not told of.", ["theirs"]),
  but("editor viewer clusterViewer", "404", "Who may not see the people is not told of their seats.", ["own"]),
];

/** The directory, accounts, and what belongs to a person or to the installation. */
export const directoryRows: Record<string, Row> = {
  "organisation.list": ofNothing(() => ({})),
  "organisation.options": ofNothing(() => ({})),
  "organisation.similar": ofNothing(() => ({ name: "Mover" })),
  "organisation.create": ofNothing(() => ({ name: "New", kind: "enterprise" })),
  "organisation.show": ofOrganisation(({ organisation }) => ({ id: organisation.id })),
  "organisation.members": ofOrganisation(({ organisation }) => ({ organisationId: organisation.id })),
  "organisation.projects": ofOrganisation(({ organisation }) => ({ organisationId: organisation.id })),
  "organisation.revise": ofOrganisation(({ organisation }) => ({ ...pick(organisation), patch: { city: "Lahti" } })),
  "organisation.remove": ofOrganisation(
    ({ organisation }) => pick(organisation),
    but("manager editor clusterManager", "403", "It has people.", ["own"]),
  ),
  "organisation.addResource": ofOrganisation(({ organisation }) => ({ organisationId: organisation.id, ...resource })),
  "organisation.reviseResource": ofOrganisation(({ resource: row }) => ({ ...pick(row), patch: { note: "x" } })),
  "organisation.removeResource": ofOrganisation(({ resource: row }) => pick(row)),
  "organisation.duplicates": ofOrganisation(({ organisation }) => ({ id: organisation.id })),
  "organisation.mergePreview": ofOrganisation(({ organisation, spare }) => ({
    keptId: organisation.id,
    duplicateId: spare.id,
  })),
  "organisation.merge": ofOrganisation(({ organisation, spare }) => ({
    keptId: organisation.id,
    duplicateId: spare.id,
    keptVersion: organisation.version,
    duplicateVersion: spare.version,
  })),
  "membership.revise": ofOrganisation(
    ({ membership }) => ({ ...pick(membership), sinceOn: null, untilOn: "2030-01-01" }),
    but("administrator", "ok", "Nobody has a seat at the alliance, the only side that opens anything."),
  ),
  "membership.remove": ofOrganisation(({ membership }) => pick(membership)),
  "person.list": ofOrganisation(
    ({ organisation }) => ({ organisationId: organisation.id }),
    but("*", "ok", "Who may not see the people gets no rows and `may.manage: false`.", ["own", "theirs"]),
  ),
  "person.add": ofOrganisation(({ organisation }) => ({
    organisationId: organisation.id,
    email: "new@example.test",
    role: "viewer",
  })),
  "person.changeRole": ofOrganisation(
    ({ seat }) => ({ seatId: seat.id, version: seat.version, role: "editor" }),
    ...seatsAreHidden,
  ),
  "person.remove": ofOrganisation(({ seat }) => ({ seatId: seat.id, version: seat.version }), ...seatsAreHidden),

  "export.show": ofPerson(({ exported }) => ({ id: exported.id })),
  "export.cancel": ofPerson(
    ({ exported }) => ({ id: exported.id }),
    but("*", "409 NOT_RUNNING", "It has ended.", ["own"]),
  ),
  "export.remove": ofPerson(({ exported }) => ({ id: exported.id })),
  "import.list": ofNothing(() => ({})),
  "import.progress": ofPerson(({ imported }) => ({ id: imported.id })),
  "import.show": ofPerson(
    ({ imported }) => ({ id: imported.id }),
    but("*", "404", "An upload that was never read has nothing to show.", ["own"]),
  ),
  "account.endSession": ofPerson(({ session }) => ({ id: session.id })),

  "account.sessions": ofNothing(() => ({})),
  "account.endOtherSessions": ofNothing(() => ({})),
  "audit.list": ofNothing(() => ({})),
  "audit.verify": ofNothing(() => ({ from: null })),
  "bin.directory": ofNothing(() => ({})),
  "bin.restore": ofNothing(() => ({ seq: 999_999_999 }), but("*", "404", "Nothing was removed there.")),
  "change.undo": ofNothing(
    () => ({ groupId: "0190b7a0-0000-7000-8000-000000000000" }),
    but("*", "404", "Nobody did this."),
  ),
  "change.follow": ofNothing(() => ({})),
  "home.show": ofNothing(() => ({})),
  "me.show": ofNothing(() => ({})),
  "me.update": ofNothing(() => ({ name: "New name" })),
  "project.list": ofNothing(() => ({})),
  "project.create": ofNothing(() => ({ acronym: "NEW", title: "New" })),
  "sample.show": ofNothing(() => ({})),
  "sample.load": ofNothing(() => ({})),
  "sample.remove": ofNothing(() => ({})),
  "setup.show": ofNothing(() => ({})),
  "system.show": ofNothing(() => ({})),
};
