import { getTableName, is } from "drizzle-orm";
import { SQLiteTable } from "drizzle-orm/sqlite-core";
import { describe, expect, test } from "vitest";

import * as schema from "#server/db/schema/index.ts";

import { sourceFiles } from "./source-files.ts";

/** Tables that hold no record of the domain; tests fill them through the program itself. */
const withoutBuilder = new Set([
  "sessions",
  "accounts",
  "verifications",
  "rate_limits",
  "account_links",
  "changes",
  "idempotency_keys",
  "jobs",
  "mails",
  "settings",
  "report_requests",
  "part_links",
  "notifications",
  "notification_choices",
  "undone_acts",
  "emergency_accesses",
  "calendar_feeds",
  "reporting_settings",
  "risk_reports",
  "budget_settings",
  "budget_terms",
]);

describe("tables", () => {
  const tables = Object.entries(schema).filter(([, value]) => is(value, SQLiteTable));

  test("there are tables to look at", () => {
    expect(tables.length).toBeGreaterThan(15);
  });

  test("each record of the domain has a builder", () => {
    const builders = sourceFiles().filter((file) => file.path.startsWith("tests/support/build-"));
    const text = builders.map((file) => file.text).join("\n");
    const missing = tables.filter(
      ([name, table]) => !withoutBuilder.has(getTableName(table as SQLiteTable)) && !text.includes(`insert(${name})`),
    );
    expect(missing.map(([name]) => name)).toEqual([]);
  });
});
