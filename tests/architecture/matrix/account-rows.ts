import { askedFirst, but, counted, ofNothing, ofOrganisation, ofPerson, type Row } from "./procedure-row.ts";

const notAdministrators = "manager editor viewer clusterManager clusterViewer seatless";
const noProject = "0192f0c0-0000-7000-8000-00000000dead";
const noLetter = { token: "w-no-letter-of-ours" };
const othersLeftAlone = [
  but("*", "ok", "Of many, what is not the person's own is passed over without a word.", ["colleague", "theirs"]),
  but("*", "ok", "And so is what never was.", ["unknown"]),
];
const unknownLink = but("* nobody", "404", "The link is nobody's.");

/** Accounts, sign-in, the installation, and the administrator's way into a member's part. */
export const accountRows: Record<string, Row> = {
  "account.signIn": counted(
    ofNothing(
      () => ({ email: "nobody@example.test", password: "wrong password 1" }),
      but("* nobody", "401 INVALID_LOGIN", "The same for everybody, known or not."),
    ),
  ),
  "account.signOut": ofNothing(() => ({})),
  "account.changePassword": counted(
    ofNothing(
      () => ({ currentPassword: "wrong password 1", newPassword: "lakeside 9931 kettle" }),
      but("*", "400 INPUT currentPassword:WRONG_PASSWORD", "It is not the password."),
    ),
  ),
  "account.requestReset": ofNothing(() => ({ email: "nobody@example.test", language: "en" })),
  "account.checkLink": counted(ofNothing(() => noLetter, unknownLink)),
  "account.reset": counted(ofNothing(() => ({ ...noLetter, password: "lakeside 9931 kettle" }), unknownLink)),
  "me.mailPreferences": ofNothing(() => ({})),
  "me.reviseMailPreferences": ofNothing(() => ({ version: null, patch: { digestHour: 9 } })),
  "me.actFor": ofOrganisation(
    ({ organisation }) => ({ organisationId: organisation.id }),
    but("*", "404", "Nobody acts for an organisation without a seat there.", ["theirs"]),
  ),
  "notification.list": ofNothing(() => ({})),
  "notification.count": ofNothing(() => ({})),
  "notification.markAll": ofNothing(() => ({})),
  "notification.mark": ofPerson(({ note }) => ({ ids: [note.id], isRead: true }), ...othersLeftAlone),
  "notification.snooze": ofPerson(({ note }) => ({ ids: [note.id], days: 1 }), ...othersLeftAlone),
  "setup.complete": counted(
    ofNothing(
      () => ({
        ...noLetter,
        name: "A",
        email: "nobody@example.test",
        password: "lakeside 9931 kettle",
        language: "en",
        clusterName: "B",
      }),
      unknownLink,
    ),
  ),
  "import.preview": ofPerson(
    ({ imported }) => ({ fileIds: [imported.id] }),
    askedFirst("manager editor viewer clusterViewer seatless"),
    but("clusterManager administrator", "404", "Its bytes never came.", ["own"]),
  ),
  "import.tables": ofPerson(
    ({ imported }) => ({ fileId: imported.id }),
    askedFirst("manager editor viewer clusterViewer seatless"),
    but("clusterManager administrator", "404", "Its bytes never came.", ["own"]),
  ),
  "import.previewPlan": ofPerson(
    ({ imported }) => ({
      fileId: imported.id,
      projectId: noProject,
      mapping: { target: "tasks", sheet: 0, headerRow: 1, key: "code", columns: [{ index: 0, field: "code" }] },
    }),
    askedFirst("manager editor viewer clusterViewer seatless"),
    but("clusterManager administrator", "404", "The project it is for is nobody's.", ["own"]),
  ),
  "import.applyPreview": ofPerson(
    ({ imported }) => ({ id: imported.id }),
    but("*", "404", "The own upload is looked for first; the right is asked for before anything is written.", [
      "colleague",
      "theirs",
    ]),
    but("*", "409 ALREADY_APPLIED", "It has ended.", ["own"]),
  ),
  "import.cancel": ofPerson(
    ({ imported }) => ({ id: imported.id }),
    but("*", "409 ALREADY_APPLIED", "It has ended.", ["own"]),
  ),
  "import.undo": ofPerson(
    ({ imported }) => ({ id: imported.id }),
    askedFirst("manager editor viewer clusterViewer seatless"),
    but("clusterManager administrator", "409 NOT_UNDOABLE", "It wrote nothing.", ["own"]),
  ),
  "membership.add": ofOrganisation(
    ({ organisation, cluster }) => ({
      organisationId: organisation.id,
      parentId: cluster.id,
      sinceOn: null,
      untilOn: null,
    }),
    but("manager editor", "403", "A cluster takes in its members itself.", ["own"]),
    but("clusterManager", "409 MEMBERSHIP_CYCLE", "Nothing belongs to itself.", ["own"]),
    but("clusterManager", "ok", "A cluster takes in its members itself.", ["theirs"]),
  ),
  "access.list": ofNothing(() => ({})),
  "access.choices": ofOrganisation(
    ({ organisation }) => ({ organisationId: organisation.id }),
    askedFirst(notAdministrators),
    but("administrator", "ok", "An unknown organisation takes part in nothing.", ["unknown"]),
  ),
  "access.open": ofOrganisation(
    ({ organisation, project }) => ({
      projectId: project.id,
      organisationId: organisation.id,
      reason: "The backup has to be compared with it.",
    }),
    askedFirst(notAdministrators),
  ),
  "access.close": ofNothing(
    () => ({ id: "0190b7a0-0000-7000-8000-000000000000" }),
    but("administrator", "404", "There is none to close."),
  ),
  "access.ofOrganisation": ofOrganisation(
    ({ organisation }) => ({ organisationId: organisation.id }),
    but("*", "ok", "For all but its managers the rows are null.", ["own", "theirs"]),
  ),
};
