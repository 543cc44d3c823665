import Database from "better-sqlite3";

import { dayOf } from "#shared/dates.ts";
import { contributionKinds } from "#shared/features/contributions/contribution-words.ts";
import { projectStatuses } from "#shared/features/projects/project-words.ts";

import { benchAt, benchCluster, benchId, benchToken, benchUser, createRandom, sizes } from "./bench-rows.ts";

type Values = Record<string, string | number | null>;

/** Fills a migrated SQLite file with the benchmark's records; the same bytes of content every time. */
export function seedBench(file: string, now: number): void {
  const db = new Database(file);
  db.pragma("synchronous=OFF");
  const statements = new Map<string, Database.Statement>();
  const insert = (table: string, values: Values) => {
    const names = Object.keys(values);
    const key = `${table} ${names.join()}`;
    let statement = statements.get(key);
    if (!statement) {
      statement = db.prepare(
        `insert into ${table} (${names.join(", ")}) values (${names.map((name) => `@${name}`).join(", ")})`,
      );
      statements.set(key, statement);
    }
    statement.run(values);
  };
  const random = createRandom(42);
  db.transaction(() => {
    seedPeople(insert, now);
    for (let index = 0; index < sizes.projects; index += 1) seedProject(insert, random, index, now);
  })();
  db.exec("analyze");
  db.close();
}

type Insert = (table: string, values: Values) => void;
const stamp = { version: 1, created_at: benchAt, updated_at: benchAt };

function seedPeople(insert: Insert, now: number): void {
  for (let index = 0; index < sizes.organisations; index += 1) {
    const name = `organisation ${String(index).padStart(4, "0")}`;
    const kind = index === 0 ? "cluster" : "enterprise";
    insert("organisations", {
      id: benchId("organisation", index),
      kind,
      name,
      country: "FI",
      profile: "",
      competences: "[]",
      sample: 0,
      search: name,
      sort_name: name,
      ...stamp,
    });
  }
  insert("users", {
    id: benchUser,
    name: "Bench",
    email: "bench@example.test",
    email_verified: 1,
    created_at: now,
    updated_at: now,
    is_administrator: 0,
  });
  insert("seats", {
    id: benchId("seat", 1),
    user_id: benchUser,
    organisation_id: benchCluster,
    role: "manager",
    ...stamp,
  });
  insert("sessions", {
    id: benchId("session", 1),
    token: benchToken,
    user_id: benchUser,
    expires_at: now + 6 * 86_400_000,
    created_at: now,
    updated_at: now,
    acting_for_id: benchCluster,
    last_seen_at: now,
  });
}

/** The acting cluster coordinates every project, so that it may read and report in each of them. */
function seedProject(insert: Insert, random: () => number, index: number, now: number): void {
  const id = benchId("project", index);
  const acronym = `project ${String(index).padStart(4, "0")}`;
  insert("projects", {
    id,
    acronym,
    title: `Title of ${acronym}`,
    summary: "",
    objectives: "",
    keywords: "[]",
    status: projectStatuses[index % 4] ?? "running",
    cluster_id: benchCluster,
    start_on: "2026-01-01",
    duration_months: 24,
    period_months: 6,
    currency: "EUR",
    rule_book: "cluster-agreement",
    visibility: "cluster",
    goals: "[]",
    sample: 0,
    search: acronym,
    sort_name: acronym,
    ...stamp,
  });
  for (let number = 1; number <= sizes.participants; number += 1) {
    const organisation = number === 1 ? 0 : 1 + ((index * 7 + number * 13) % (sizes.organisations - 1));
    insert("participants", {
      id: benchId("participant", index * 100 + number),
      project_id: id,
      organisation_id: benchId("organisation", organisation),
      number,
      role: number === 1 ? "coordinator" : "beneficiary",
      state: "accepted",
      joined_on: "2026-01-01",
      contact: "",
      role_text: "",
      ...stamp,
    });
  }
  for (let number = 1; number <= sizes.streams; number += 1) {
    insert("streams", {
      id: benchId("stream", index * 100 + number),
      project_id: id,
      number,
      code: `S${number}`,
      title: `Stream ${number}`,
      kind: "technology",
      description: "",
      lead_participant_id: benchId("participant", index * 100 + number),
      start_month: 1,
      end_month: 24,
      trl_start: 4,
      trl_now: 5,
      trl_target: 8,
      colour: "teal",
      pattern: "solid",
      state: "active",
      ...stamp,
    });
  }
  for (let number = 1; number <= sizes.milestones; number += 1) {
    insert("milestones", {
      id: benchId("milestone", index * 100 + number),
      project_id: id,
      number,
      title: `Milestone ${number}`,
      stream_ids: "[]",
      due_month: number * 4,
      verification: "",
      ...stamp,
    });
  }
  for (let number = 1; number <= sizes.periods; number += 1) {
    insert("periods", {
      id: benchId("period", index * 100 + number),
      project_id: id,
      number,
      start_month: number * 6 - 5,
      end_month: number * 6,
      // The first is closed, the second is being reported, the others lie ahead.
      due_on: dayOf(now + (number - 2) * 182 * 86_400_000 + 20 * 86_400_000),
      locked_at: number === 1 ? benchAt : null,
      ...stamp,
    });
  }
  seedLedger(insert, random, index, id);
}

function seedLedger(insert: Insert, random: () => number, index: number, projectId: string): void {
  for (let number = 0; number < sizes.contributions; number += 1) {
    const line = benchId("contribution", index * 100 + number);
    const participant = benchId("participant", index * 100 + 1 + (number % sizes.participants));
    const cents = 100_000 + Math.floor(random() * 5_000_000);
    const kind = contributionKinds[number % contributionKinds.length] ?? "effort";
    const effort = kind === "effort" ? 100 + Math.floor(random() * 2_000) : null;
    insert("contributions", {
      id: line,
      project_id: projectId,
      participant_id: participant,
      stream_id: benchId("stream", index * 100 + 1 + (number % sizes.streams)),
      kind,
      title: `Line ${number}`,
      effort_pm_hundredths: effort,
      quantity: effort === null ? "1" : null,
      unit: effort === null ? "pcs" : null,
      value_cents: cents,
      basis: "own-cost",
      basis_note: "",
      from_month: 1,
      to_month: 24,
      confidentiality: "consortium",
      state: number % 8 === 7 ? "proposed" : "agreed",
      agreed_at: benchAt,
      ...stamp,
    });
    for (let period = 1; period <= sizes.updates; period += 1) {
      insert("updates", {
        id: benchId("update", (index * 100 + number) * 10 + period),
        project_id: projectId,
        contribution_id: line,
        period_id: benchId("period", index * 100 + period),
        participant_id: participant,
        // Lines of the acting organisation keep a draft in the second period: the write under test saves it.
        state: period === 2 && number % sizes.participants === 0 ? "draft" : "accepted",
        delivered_pm_hundredths: effort === null ? null : Math.floor(effort / 4),
        delivered_quantity: null,
        delivered_cents: Math.floor(cents / 4),
        progress_bp: 2_500 * period,
        text: "",
        review_note: "",
        ...stamp,
      });
    }
  }
}
