import Sqlite from "better-sqlite3";

// Everything that lets somebody in without a password, and answers kept for requests of the time before.
const tables = ["sessions", "verifications", "account_links", "part_links", "rate_limits", "idempotency_keys"];

const forgetTokens = "UPDATE invitations SET token_hash = NULL WHERE token_hash IS NOT NULL";

/** Ends every session and every open link in a database file nobody has open; returns how many rows went. */
export function forgetCredentials(file: string): number {
  const connection = new Sqlite(file, { fileMustExist: true });
  try {
    connection.pragma("synchronous = FULL");
    const exists = connection.prepare("SELECT 1 FROM sqlite_schema WHERE type = 'table' AND name = ?");
    const present = tables.filter((name) => exists.get(name) !== undefined);
    return connection.transaction(() => {
      // An invitation stays, but the letters that left before open nothing: they are sent again.
      const letters = exists.get("invitations") === undefined ? 0 : connection.prepare(forgetTokens).run().changes;
      return present.reduce((sum, name) => sum + connection.prepare(`DELETE FROM ${name}`).run().changes, letters);
    })();
  } finally {
    connection.close();
  }
}
