import { eq } from "drizzle-orm";

import { users } from "#server/db/schema/index.ts";
import { issueSetupLink } from "#server/features/accounts/setup-service.ts";
import { startMailQueue } from "#server/mail/mail-queue.ts";

import { startTestApp, type TestApp } from "#tests/support/app.ts";
import { readOutbox } from "#tests/support/outbox.ts";
import type { TestPartsOptions } from "#tests/support/parts.ts";
import type { Visitor } from "#tests/support/visitor.ts";

export const adminEmail = "marja@cluster.example";
export const adminPassword = "kettle river 4417";

export type Stage = TestApp & {
  /** The administrator's browser, signed in by the setup. */
  readonly admin: Visitor;
  /** Sends what is due and returns the one-time link in the newest mail to that address, as its token. */
  tokenMailedTo(email: string): Promise<string>;
};

/** The whole program, set up through its own link by an administrator who manages the cluster. */
export async function startStage(options: TestPartsOptions = {}): Promise<Stage> {
  const app = await startTestApp(options);
  const admin = app.visitor();
  await admin.api.setup.complete.mutate(setupInput(await setupToken(app)));
  return { ...app, admin, tokenMailedTo: (email) => tokenMailedTo(app, email) };
}

export async function setupToken(app: TestApp): Promise<string> {
  const path = await issueSetupLink(app.parts);
  return new URL(path ?? "", app.url).searchParams.get("token") ?? "";
}

export function setupInput(token: string) {
  return {
    token,
    name: "Marja Niemi",
    email: adminEmail,
    password: adminPassword,
    language: "fi" as const,
    clusterName: "Neva Cleantech Cluster",
    clusterShortName: "NCC",
    country: "FI",
  };
}

async function tokenMailedTo(app: TestApp, email: string): Promise<string> {
  await sendMails(app);
  const mail = (await readOutbox(app.parts.settings.dataDirectory)).findLast((each) => each.to === email);
  return /token=([\w-]+)/.exec(mail?.text ?? "")?.[1] ?? "";
}

export async function sendMails(app: TestApp): Promise<void> {
  const queue = startMailQueue(app.parts);
  await queue.flush();
  await queue.close();
}

/** Gives a new colleague of the administrator's cluster a password through the mailed link; returns the colleague's browser. */
export async function addColleague(
  stage: Stage,
  email: string,
  role: "manager" | "editor" | "viewer",
  password: string,
): Promise<Visitor> {
  const { actingFor } = await stage.admin.api.me.show.query();
  await stage.admin.api.person.add.mutate({ organisationId: actingFor?.organisationId ?? "", email, role });
  const colleague = stage.visitor();
  await colleague.api.account.reset.mutate({ token: await stage.tokenMailedTo(email), password, name: "Олег Смирнов" });
  return colleague;
}

export async function userIdOf(app: TestApp, email: string): Promise<string> {
  const [row] = await app.parts.db.read.select({ id: users.id }).from(users).where(eq(users.email, email));
  return row?.id ?? "";
}
