import type { MutationCase } from "./mutation-cases.ts";
import type { Persona, SecretScene } from "./secret-scene.ts";

const plan: readonly Persona[] = ["coordinator", "cluster"];
const nobody: readonly Persona[] = [];
const unknown = "0190b7a0-0000-7000-8000-000000000000";

/** Mutations about costs beside the ledger, and about a member's part through personal links. */
export function costCases(
  scene: SecretScene,
  submitted: { id: string; version: number },
  id: (real: string) => string,
): Record<string, MutationCase> {
  const projectId = id(scene.project.id);
  const at = (row: { id: string; version: number }) => ({ id: id(row.id), version: row.version });
  const first = (row: { id: string }) => ({ id: id(row.id), version: 1 });
  const { member } = scene.participants;
  const { open, handedBack } = scene.lines;
  return {
    "budget.saveSettings": { input: { projectId, version: 0, patch: { action: "IA" } }, allowed: plan },
    "budget.saveTerms": {
      input: { participantId: id(member.id), version: 0, patch: { otherIncomeCents: 1 } },
      allowed: [...plan, "member"],
    },
    "budget.addLine": {
      input: { participantId: id(member.id), category: "travel", title: "Trips", units: "1", unitPriceCents: 1 },
      allowed: [...plan, "member"],
    },
    "budget.reviseLine": { input: { ...first(scene.cost), patch: { units: "2" } }, allowed: [...plan, "member"] },
    "budget.removeLine": { input: first(scene.cost), allowed: [...plan, "member"] },
    "budget.setCategory": {
      input: { ...at(open), category: "external" },
      allowed: ["coordinator", "member"],
    },
    // Without a personal link nobody holds one: a session opens none of these.
    "part.save": { input: { contributionId: id(handedBack.id), version: 1, patch: { text: "x" } }, allowed: nobody },
    "part.removeEvidence": { input: first(scene.files.drafted), allowed: nobody },
    "part.submit": { input: at(submitted), allowed: nobody },
    "part.share": {
      input: { projectId, periodId: id(scene.period.id), name: "Colleague", email: "colleague@member.example" },
      allowed: ["coordinator", "member", "other"],
    },
    "part.picture": {
      input: { projectId, periodId: id(scene.period.id), token: `p${"A".repeat(32)}` },
      allowed: ["coordinator", "member", "other"],
    },
    "part.revoke": { input: { id: unknown, version: 1 }, allowed: nobody },
  };
}
