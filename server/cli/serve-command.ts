import { Command } from "commander";

export function serveCommand(): Command {
  return new Command("serve")
    .description("start the server in this process; Ctrl+C stops it cleanly")
    .addHelpText(
      "after",
      "\nExamples:\n  $ npm run consortia -- serve\n  $ PORT=8080 DATA_DIR=/srv/consortia npm run consortia -- serve",
    )
    .action(async () => {
      const { serve } = await import("#server/serve.ts");
      await serve();
    });
}
