import type { MutationCase } from "./mutation-cases.ts";
import type { SecretScene } from "./secret-scene.ts";

/** One call of every mutation about changes of agreed lines, and of the bulk ones about lines. */
export function amendmentCases(
  scene: SecretScene,
  terms: object,
  id: (real: string) => string,
): Record<string, MutationCase> {
  const projectId = id(scene.project.id);
  const at = (row: { id: string; version: number }) => ({ id: id(row.id), version: row.version });
  const { open, asked } = scene.lines;
  const change = at(scene.amended);
  const ofAsked = { id: id(asked.id), version: asked.version + 1 };
  const reason = "Why";
  return {
    "amendment.propose": {
      input: { contributionId: id(open.id), version: open.version, terms, reason },
      allowed: ["coordinator", "member"],
    },
    "amendment.counter": { input: { ...change, terms, reason }, allowed: ["coordinator"] },
    "amendment.agree": { input: change, allowed: ["coordinator"] },
    "amendment.decline": { input: { ...change, reason }, allowed: ["coordinator"] },
    "amendment.withdraw": { input: change, allowed: ["member"] },
    "amendment.agreeMany": { input: { projectId, amendments: [change] }, allowed: ["coordinator"] },
    "amendment.declineMany": { input: { projectId, amendments: [change], reason }, allowed: ["coordinator"] },
    "amendment.proposeMany": {
      input: { projectId, lines: [at(open)], changeBp: -500, reason },
      allowed: ["coordinator"],
    },
    "contribution.withdrawMany": { input: { projectId, lines: [ofAsked] }, allowed: ["coordinator", "member"] },
    "contribution.confideMany": {
      input: { projectId, lines: [at(open)], confidentiality: "coordinator" },
      allowed: ["member"],
    },
  };
}
