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
const projectPage = db.prepare(`
  select p.id, p.acronym, p.title, p.status, p.start_on, p.duration_months, p.currency, p.visibility, p.updated_at,
    (select count(*) from participants m where m.project_id = p.id) members,
    (select count(*) from streams s where s.project_id = p.id) streams,
    (select sum(c.value_cents) from contributions c where c.project_id = p.id and c.state = 'agreed') agreed,
    (select sum(u.delivered_cents) from updates u where u.project_id = p.id and u.state = 'accepted') delivered,
    (select min(r.due_on) from periods r where r.project_id = p.id and r.locked_at is null) due
  from projects p where p.status = ? order by p.sort_name limit 50 offset ?`);
const projectCount = db.prepare("select count(*) total from projects where status = ?");
const projectRow = db.prepare("select * from projects where id = ?");
const participantRows = db.prepare(
  "select m.*, o.name, o.short_name, o.country from participants m join organisations o on o.id = m.organisation_id where m.project_id = ? order by m.number",
);
const streamRows = db.prepare("select * from streams where project_id = ? order by number");
const milestoneRows = db.prepare("select * from milestones where project_id = ? order by number");
const periodRows = db.prepare("select * from periods where project_id = ? order by number");
const balanceRows = db.prepare(`
  select c.participant_id, c.kind, sum(c.value_cents) agreed, sum(c.effort_pm_hundredths) effort, sum(d.delivered) delivered, sum(d.effort) delivered_effort
  from contributions c left join (
    select contribution_id, sum(delivered_cents) delivered, sum(delivered_pm_hundredths) effort from updates where project_id = @id and state = 'accepted' group by contribution_id
  ) d on d.contribution_id = c.id
  where c.project_id = @id and c.state = 'agreed' group by c.participant_id, c.kind`);
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

function listProjects(url: URL): unknown {
  const status = url.searchParams.get("status") ?? "running";
  const rows = projectPage.all(status, 0);
  return { rows, ...(projectCount.get(status) as Row) };
}

function showProject(url: URL): unknown {
  const id = url.searchParams.get("id") ?? "";
  const project = projectRow.get(id);
  return {
    project,
    participants: participantRows.all(id),
    streams: streamRows.all(id),
    milestones: milestoneRows.all(id),
    periods: periodRows.all(id),
    balance: balanceRows.all({ id }),
  };
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
  if (url.pathname === "/projects") return answer(200, listProjects(url));
  if (url.pathname === "/project") return answer(200, showProject(url));
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
