import type { MutationCase } from "./mutation-cases.ts";
import type { SecretScene } from "./secret-scene.ts";

const unknown = "0190b7a0-0000-7000-8000-000000000000";

/** One call of every mutation about decisions. */
export function decisionCases(scene: SecretScene, id: (real: string) => string): Record<string, MutationCase> {
  const coordinator = { allowed: ["coordinator"] } as const;
  const at = (row: { id: string; version: number }) => ({ id: id(row.id), version: row.version });
  const { draft, asked } = scene.decisions;
  const question = {
    title: "New",
    text: "",
    closesAt: 4_000_000_000_000,
    quorumBp: 5_000,
    majority: "simple",
    majorityBp: null,
    weighting: "organisation",
    voters: ["coordinator", "beneficiary"],
  };
  return {
    "decision.create": { input: { projectId: id(scene.project.id), ...question }, ...coordinator },
    "decision.revise": { input: { ...at(draft), patch: { title: "Other" } }, ...coordinator },
    "decision.open": { input: at(draft), ...coordinator },
    "decision.cancel": { input: { ...at(asked), reason: "Why" }, ...coordinator },
    "decision.close": { input: at(asked), ...coordinator },
    "decision.vote": {
      input: { decisionId: id(asked.id), version: null, choice: "yes", reason: "" },
      allowed: ["coordinator", "member", "other"],
    },
  };
}

/** What every query about decisions is asked. */
export function decisionInputs(scene: SecretScene): Record<string, readonly object[]> {
  const { draft, asked } = scene.decisions;
  return {
    "decision.list": [{ projectId: scene.project.id }],
    "decision.show": [{ id: draft.id }, { id: asked.id }, { id: unknown }],
  };
}
