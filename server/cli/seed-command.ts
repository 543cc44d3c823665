import { Command, InvalidArgumentError } from "commander";

import { emailSchema } from "#shared/text.ts";

const examples = `
The sample is made up from beginning to end and marked as such. With the embedded database the server must not be running;
on the page the same is one click for an administrator.

Examples:
  $ npm run consortia -- seed --user anna@example.org   load EKOLEND, and let Anna look at it from three sides
  $ npm run consortia -- seed --remove                  take it out again

Ends with 65 when no account has the address.`;

const dataError = 65;

export function seedCommand(): Command {
  return new Command("seed")
    .description("load the illustrative project EKOLEND, or remove it")
    .option("--user <email>", "account that becomes manager of three of its organisations", parseEmail)
    .option("--remove", "take the sample out again")
    .addHelpText("after", examples)
    .action(({ user, remove = false }: { user?: string; remove?: boolean }) => (remove ? removeIt() : loadIt(user)));
}

async function loadIt(email: string | undefined): Promise<void> {
  const { withParts } = await import("./command-settings.ts");
  const { systemActor } = await import("#server/db/database.ts");
  const { listUsers } = await import("#server/features/accounts/emergency-service.ts");
  const { findSample, loadSample } = await import("#server/features/samples/sample-service.ts");
  await withParts({}, async ({ db }) => {
    const user = email === undefined ? null : (await listUsers(db.read, false)).find((row) => row.email === email);
    if (user === undefined) {
      process.exitCode = dataError;
      return console.error(`No account has the address ${email}. Nothing was loaded.`);
    }
    const { projectId } = await findSample(db.read);
    if (projectId !== null) return console.log("The sample is loaded already; nothing was changed.");
    await db.transact(systemActor, (tx) => loadSample(tx, user?.id ?? null));
    console.log("Loaded EKOLEND: a made-up project of eight enterprises, its cluster and two associations.");
  });
}

async function removeIt(): Promise<void> {
  const { withParts } = await import("./command-settings.ts");
  const { systemActor } = await import("#server/db/database.ts");
  const { removeSample } = await import("#server/features/samples/sample-removal-service.ts");
  await withParts({}, async ({ db }) => {
    const { removedProjects, removedOrganisations, keptOrganisations } = await db.transact(systemActor, (tx) =>
      removeSample(tx),
    );
    const kept = keptOrganisations > 0 ? `; ${keptOrganisations} stay because projects of your own use them` : "";
    console.log(`Removed ${removedProjects} project and ${removedOrganisations} organisations of the sample${kept}.`);
  });
}

function parseEmail(typed: string): string {
  const parsed = emailSchema.safeParse(typed);
  if (!parsed.success) throw new InvalidArgumentError("This is no e-mail address.");
  return parsed.data;
}
