import { TRPCClientError } from "@trpc/client";

import type { AppRouter } from "#server/api/router.ts";
import { buildOrganisation } from "#tests/support/build-organisation.ts";
import { buildPerson } from "#tests/support/build-person.ts";
import { buildParticipant, buildProject } from "#tests/support/build-project.ts";

import { startStage } from "../accounts/account-stage.ts";
import { guest } from "./invitation-stage.ts";

export const password = "seven quiet barges upstream";

/** The whole program; its administrator's cluster owns a project, so she plans its members. */
export async function begin(clock?: () => number) {
  const stage = await startStage({ environment: { CALLS_PER_MINUTE: "100000" }, ...(clock ? { clock } : {}) });
  const { db } = stage.parts;
  const me = await stage.admin.api.me.show.query();
  const project = await buildProject(db, { clusterId: me.actingFor?.organisationId ?? "", acronym: "KETTLE" });
  const lead = await buildOrganisation(db);
  await buildParticipant(db, project, lead, { role: "coordinator", number: 1 });
  const target = { newOrganisation: { name: "Guest works", kind: "enterprise" as const, country: "FI" } };
  const send = (input: object = target) =>
    stage.admin.api.invitation.send.mutate({
      projectId: project.id,
      role: "beneficiary",
      email: guest,
      language: "en",
      ...input,
    });
  const coordinator = await buildPerson(db, lead);
  return { ...stage, db, project, lead, coordinator, send };
}

/** How a call was refused: HTTP status and appCode. */
export async function faultOfCall(call: Promise<unknown>): Promise<string> {
  const error: unknown = await call.then(
    () => new Error("it succeeded"),
    (thrown: unknown) => thrown,
  );
  if (!(error instanceof TRPCClientError)) throw error;
  const { data } = error as TRPCClientError<AppRouter>;
  return `${data?.httpStatus} ${data?.appCode}`;
}
