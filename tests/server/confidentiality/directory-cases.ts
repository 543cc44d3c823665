import type { MutationCase } from "./mutation-cases.ts";
import type { Persona, SecretScene } from "./secret-scene.ts";

const nobody: readonly Persona[] = [];
const writers: readonly Persona[] = ["coordinator", "member", "other", "invited", "cluster", "reader", "outsider"];
const unknown = "0190b7a0-0000-7000-8000-000000000000";
const resource = { direction: "offered", resource: "Heat", medium: "energy", amount: null, unit: null, note: "" };

/** Mutations about organisations, their people, imports and the sample. */
export function directoryCases(scene: SecretScene, id: (real: string) => string): Record<string, MutationCase> {
  const organisationId = id(scene.owners.member.id);
  return {
    "import.preview": { input: { fileIds: [unknown] }, allowed: nobody },
    "import.previewPlan": {
      input: {
        fileId: unknown,
        projectId: unknown,
        mapping: { target: "tasks", sheet: 0, headerRow: 1, key: "code", columns: [{ index: 0, field: "code" }] },
      },
      allowed: nobody,
    },
    "import.applyPreview": { input: { id: unknown }, allowed: nobody },
    "import.cancel": { input: { id: unknown }, allowed: nobody },
    "import.undo": { input: { id: unknown }, allowed: nobody },
    "membership.add": {
      input: { organisationId, parentId: id(scene.clusterOrganisation.id), sinceOn: null, untilOn: null },
      allowed: ["cluster"],
    },
    "membership.revise": { input: { id: unknown, version: 1, sinceOn: null, untilOn: null }, allowed: nobody },
    "membership.remove": { input: { id: unknown, version: 1 }, allowed: nobody },
    "organisation.create": { input: { name: "New", kind: "enterprise" }, allowed: writers },
    "organisation.revise": {
      input: { id: organisationId, version: 1, patch: { city: "Lahti" } },
      allowed: ["member"],
    },
    "organisation.remove": { input: { id: organisationId, version: 1 }, allowed: nobody },
    // Both take part in one role with work of their own, so even those who may are refused; see the tests of merging.
    "organisation.merge": {
      input: { keptId: organisationId, duplicateId: unknown, keptVersion: 1, duplicateVersion: 1 },
      allowed: nobody,
    },
    "organisation.addResource": { input: { organisationId, ...resource }, allowed: ["member"] },
    "organisation.reviseResource": { input: { id: unknown, version: 1, patch: {} }, allowed: nobody },
    "organisation.removeResource": { input: { id: unknown, version: 1 }, allowed: nobody },
    // Nobody of it has chosen a password yet: administrators bring the first person in.
    "person.add": {
      input: { organisationId, email: "new@example.test", role: "viewer" },
      allowed: ["member", "administrator"],
    },
    "person.changeRole": { input: { seatId: unknown, version: 1, role: "viewer" }, allowed: nobody },
    "person.remove": { input: { seatId: unknown, version: 1 }, allowed: nobody },
    "sample.load": { input: {}, allowed: ["administrator"] },
    "sample.remove": { input: {}, allowed: ["administrator"] },
  };
}
