import path from "node:path";

import { z } from "zod";

const environmentSchema = z.object({
  PORT: z.coerce.number().int().min(0).max(65_535).default(3000),
  HOST: z.string().default("127.0.0.1"),
  BASE_URL: z.url({ protocol: /^https?$/ }).optional(),
  DATA_DIR: z.string().min(1).default("data"),
  DATABASE_URL: z.string().min(1).optional(),
  SMTP_URL: z.url({ protocol: /^smtps?$/ }).optional(),
  MAIL_FROM: z.string().min(3).default("Consortia <consortia@localhost>"),
  SECRET: z.string().min(32).optional(),
  TRUSTED_PROXIES: z.string().default(""),
  LOG_LEVEL: z.enum(["silent", "error", "warn", "info", "debug"]).default("info"),
  MAX_FILE_MB: z.coerce.number().int().min(1).max(500).default(25),
  CALLS_PER_MINUTE: z.coerce.number().int().positive().default(300),
  npm_lifecycle_event: z.string().optional(),
  CONSORTIA_CLOCK: z.coerce.number().int().optional(),
});

/** Settings as the rest of the program sees them; durations in ms, paths absolute. */
export type Settings = {
  readonly port: number;
  readonly host: string;
  /** Null: follow the port the server got. */
  readonly baseUrl: string | null;
  readonly dataDirectory: string;
  readonly databaseUrl: string | null;
  readonly smtpUrl: string | null;
  readonly mailFrom: string;
  /** Null: made at first start and kept in the data directory. */
  readonly secret: string | null;
  readonly trustedProxies: readonly string[];
  readonly logLevel: "silent" | "error" | "warn" | "info" | "debug";
  /** Calls of one person, or one address without a session, in a minute. */
  readonly callsPerMinute: number;
  /** Largest evidence file, in bytes. */
  readonly maxFileBytes: number;
  /** npm started this program, so its signals may not reach it. */
  readonly startedByNpm: boolean;
  /** A fixed instant for reproducible runs; null in normal life. */
  readonly fixedClock: number | null;
};

/** A setting that cannot be used; the program ends with exit code 78. */
export class SettingsError extends Error {}

/** Reads the environment once. Throws SettingsError naming every setting that is wrong and why. */
export function readSettings(environment: Record<string, string | undefined>, workingDirectory: string): Settings {
  const given = Object.fromEntries(
    Object.entries(environment).filter(([, value]) => value !== undefined && value !== ""),
  );
  const parsed = environmentSchema.safeParse(given);
  if (!parsed.success) {
    const lines = parsed.error.issues.map((issue) => `${issue.path.join(".")}: ${issue.message}`);
    throw new SettingsError(`The settings cannot be used.\n${lines.join("\n")}`);
  }
  const value = parsed.data;
  return {
    port: value.PORT,
    host: value.HOST,
    baseUrl: value.BASE_URL?.replace(/\/$/, "") ?? null,
    dataDirectory: path.resolve(workingDirectory, value.DATA_DIR),
    databaseUrl: value.DATABASE_URL ?? null,
    smtpUrl: value.SMTP_URL ?? null,
    mailFrom: value.MAIL_FROM,
    secret: value.SECRET ?? null,
    trustedProxies: value.TRUSTED_PROXIES.split(",")
      .map((entry) => entry.trim())
      .filter((entry) => entry !== ""),
    logLevel: value.LOG_LEVEL,
    callsPerMinute: value.CALLS_PER_MINUTE,
    maxFileBytes: value.MAX_FILE_MB * 1024 * 1024,
    startedByNpm: value.npm_lifecycle_event !== undefined,
    fixedClock: value.CONSORTIA_CLOCK ?? null,
  };
}

/** The settings of this process: the one reading of its environment. */
export function ownSettings(): Settings {
  return readSettings(process.env, process.cwd());
}

/** The address people reach this server by; without a base URL the one on this computer. */
export function publicUrl({ baseUrl, port }: Pick<Settings, "baseUrl" | "port">): string {
  return baseUrl ?? `http://localhost:${port}`;
}
