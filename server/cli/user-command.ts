import { Command, InvalidArgumentError } from "commander";

import { emailSchema, nameSchema } from "#shared/text.ts";

const examples = `
For the administrator of this computer, when nobody can get in through the page. The server must not be running with the
embedded database. Passwords are never typed here: a link is printed with which the person chooses one.

Examples:
  $ npm run consortia -- user list
  $ npm run consortia -- user create anna@example.org --name "Anna Example" --administrator
  $ npm run consortia -- user password anna@example.org`;

export function userCommand(): Command {
  const user = new Command("user")
    .description("accounts in an emergency: list, create, new password")
    .addHelpText("after", examples);
  user.addCommand(listCommand()).addCommand(createCommand()).addCommand(passwordCommand());
  return user;
}

function listCommand(): Command {
  return new Command("list")
    .description("every account")
    .option("--administrators", "administrators only")
    .option("--json", "print as JSON")
    .action(async ({ administrators = false, json = false }: { administrators?: boolean; json?: boolean }) => {
      const { withParts } = await import("./command-settings.ts");
      const { listUsers } = await import("#server/features/accounts/emergency-service.ts");
      const rows = await withParts({ readonly: true }, ({ db }) => listUsers(db.read, administrators));
      if (json) return console.log(JSON.stringify(rows));
      for (const row of rows) {
        const notes = [
          ...(row.isAdministrator ? ["administrator"] : []),
          ...(row.hasPassword ? [] : ["no password yet"]),
        ];
        console.log(`${row.email}  ${row.name}${notes.length > 0 ? `  (${notes.join(", ")})` : ""}`);
      }
    });
}

function createCommand(): Command {
  return new Command("create")
    .argument("<email>", "address to sign in with", parseEmail)
    .requiredOption("--name <name>", "the person's name", parseName)
    .option("--administrator", "may administer the installation")
    .description("make an account and print the link to choose its password")
    .action(async (email: string, { name, administrator = false }: { name: string; administrator?: boolean }) => {
      const { createUser } = await import("#server/features/accounts/emergency-service.ts");
      await printLink(7 * 24, (parts) => createUser(parts, { email, name, isAdministrator: administrator }));
    });
}

function passwordCommand(): Command {
  return new Command("password")
    .argument("<email>", "address of the account", parseEmail)
    .description("print a link with which the person chooses a new password")
    .action(async (email: string) => {
      const { issuePasswordLink } = await import("#server/features/accounts/emergency-service.ts");
      await printLink(1, (parts) => issuePasswordLink(parts, email));
    });
}

type Parts = import("#server/parts.ts").Parts;

async function printLink(hours: number, issue: (parts: Parts) => Promise<string>): Promise<void> {
  const { withParts } = await import("./command-settings.ts");
  const { publicUrl } = await import("#server/settings.ts");
  const link = await withParts({}, async (parts) => `${publicUrl(parts.settings)}/reset?token=${await issue(parts)}`);
  console.log(`Valid once, for ${hours === 1 ? "one hour" : `${hours / 24} days`}:\n${link}`);
}

function parseEmail(typed: string): string {
  const parsed = emailSchema.safeParse(typed);
  if (!parsed.success) throw new InvalidArgumentError("This is no e-mail address.");
  return parsed.data;
}

function parseName(typed: string): string {
  const parsed = nameSchema(120).safeParse(typed);
  if (!parsed.success) throw new InvalidArgumentError("A name has 1 to 120 characters.");
  return parsed.data;
}
