import { SMTPServer } from "smtp-server";
import { onTestFinished } from "vitest";

type Arrived = { from: string; to: string[]; raw: string };

/** A real SMTP server on a free port; `refuses` makes it answer 451 to every mail. */
export async function startSmtp() {
  const state = { arrived: [] as Arrived[], refuses: false };
  const server = new SMTPServer({
    authOptional: true,
    disabledCommands: ["STARTTLS", "AUTH"],
    onData(stream, session, callback) {
      const chunks: Buffer[] = [];
      stream.on("data", (chunk: Buffer) => chunks.push(chunk));
      stream.on("end", () => {
        if (state.refuses) return callback(Object.assign(new Error("come back later"), { responseCode: 451 }));
        const { mailFrom, rcptTo } = session.envelope;
        const raw = Buffer.concat(chunks).toString("utf8");
        state.arrived.push({
          from: mailFrom === false ? "" : mailFrom.address,
          to: rcptTo.map((each) => each.address),
          raw,
        });
        callback();
      });
    },
  });
  await new Promise<void>((resolve) => server.listen(0, "127.0.0.1", resolve));
  const { port } = server.server.address() as { port: number };
  onTestFinished(() => new Promise<void>((resolve) => server.close(() => resolve())));
  return { state, url: `smtp://127.0.0.1:${port}` };
}
