import type { AuthorizationRule } from "#server/api/authorization-rules.ts";

import type { Kind } from "./ownership-table.ts";

/**
 * What each rule promises, written by hand: for each kind of target a table whose rows are standings (or capacities, for
 * what lies in no project) and whose columns are own, colleague's, another member's shared, another member's confided.
 * `project` and `nothing` have one column, `part`, `organisation` and `personal` two: own and another's.
 * `-` is a cell that nobody can ask for. Nobody signed in is 401 everywhere but under `open`; unknown is 404 to all others.
 */
export const ruleTable: Partial<Record<AuthorizationRule, Partial<Record<Kind, string>>>> = {
  open: { nothing: anyCapacity("ok") },
  "signed-in": {
    nothing: anyCapacity("ok"),
    personal: anyCapacity("ok 404"),
    organisation: anyCapacity("ok 404"),
  },
  directory: { nothing: anyCapacity("ok"), organisation: anyCapacity("ok ok") },
  administrator: {
    organisation: `
      administrator                                                ok  ok
      manager editor viewer clusterManager clusterViewer seatless  403 403`,
    nothing: `
      administrator                                              ok
      manager editor viewer clusterManager clusterViewer seatless 403`,
  },
  "organisation-edit": {
    organisation: `
      manager editor clusterManager                    ok   403
      viewer clusterViewer seatless administrator      403  403`,
  },
  // The duplicate has nobody and belongs to the cluster, whose manager looks after it.
  "organisation-merge": {
    organisation: `
      clusterManager                                          ok   403
      manager editor viewer clusterViewer seatless administrator  403  403`,
  },
  "organisation-people": {
    organisation: `
      manager clusterManager                              ok   403
      editor viewer clusterViewer seatless administrator  403  403`,
  },
  membership: {
    organisation: `
      manager editor clusterManager                    ok   403
      viewer clusterViewer seatless administrator      403  403`,
  },
  "organisation-create": { nothing: writersOnly() },
  "project-create": { nothing: writersOnly() },
  "import-run": {
    personal: `
      clusterManager administrator                ok   404
      manager editor viewer clusterViewer seatless 403  403`,
    nothing: `
      clusterManager administrator                 ok
      manager editor viewer clusterViewer seatless 403`,
  },
  bin: { nothing: anyCapacity("ok") },
  "own-act": { nothing: anyCapacity("ok") },
  "own-job": { personal: anyCapacity("ok 404"), nothing: anyCapacity("ok") },
  "project-read": {
    // Over all projects: whatever is not for this person is left out (tests/server/confidentiality).
    nothing: anyCapacity("ok"),
    project: `
      lead leadEditor leadViewer member memberEditor memberViewer invited cluster clusterViewer reader  ok
      stranger                                                                                          404`,
    line: `
      lead leadEditor leadViewer          ok   ok   ok   ok
      member memberEditor memberViewer    ok   ok   ok   404
      cluster clusterViewer               -    -    ok   404
      invited reader stranger             -    -    404  404`,
    part: `
      lead leadEditor leadViewer member memberEditor memberViewer invited cluster clusterViewer reader  ok  ok
      stranger                                                                                          404 404`,
  },
  "project-plan": {
    project: `
      lead leadEditor cluster                                                            ok
      leadViewer member memberEditor memberViewer invited clusterViewer reader           403
      stranger                                                                           404`,
    part: `
      lead leadEditor cluster                                                            ok   ok
      leadViewer member memberEditor memberViewer invited clusterViewer reader           403  403
      stranger                                                                           404  404`,
  },
  "project-coordinate": {
    project: `
      lead leadEditor                                                                    ok
      leadViewer member memberEditor memberViewer invited cluster clusterViewer reader   403
      stranger                                                                           404`,
    line: `
      lead leadEditor                     ok   ok   ok   ok
      leadViewer                          403  403  403  403
      member memberEditor memberViewer    403  403  403  404
      cluster clusterViewer               -    -    403  404
      invited reader stranger             -    -    404  404`,
    part: `
      lead leadEditor                                                                    ok   ok
      leadViewer member memberEditor memberViewer invited cluster clusterViewer reader   403  403
      stranger                                                                           404  404`,
  },
  "project-answer": {
    part: `
      invited                                                                            ok   403
      lead leadEditor leadViewer member memberEditor memberViewer cluster clusterViewer reader  403  403
      stranger                                                                           404  404`,
  },
  "own-part": {
    part: `
      lead leadEditor cluster                        ok   ok
      member memberEditor invited                    ok   403
      leadViewer memberViewer clusterViewer reader   403  403
      stranger                                       404  404`,
  },
  "line-talk": {
    line: `
      lead leadEditor               ok   ok   ok   ok
      leadViewer                    403  403  403  403
      member memberEditor           ok   ok   403  404
      memberViewer                  403  403  403  404
      cluster clusterViewer         -    -    403  404
      invited reader stranger       -    -    404  404`,
    part: `
      lead leadEditor                                              ok   ok
      member memberEditor                                          ok   403
      leadViewer memberViewer invited cluster clusterViewer reader 403  403
      stranger                                                     404  404`,
    project: `
      lead leadEditor member memberEditor                          ok
      leadViewer memberViewer invited cluster clusterViewer reader 403
      stranger                                                     404`,
  },
  "thread-read": {
    line: `
      lead leadEditor leadViewer          ok   ok   ok   ok
      member memberEditor memberViewer    ok   ok   ok   404
      cluster clusterViewer               -    -    ok   404
      invited reader stranger             -    -    404  404`,
    project: `
      lead leadEditor leadViewer member memberEditor memberViewer cluster clusterViewer  ok
      invited reader stranger                                                            404`,
  },
  "thread-talk": {
    line: `
      lead leadEditor               ok   ok   ok   ok
      leadViewer                    403  403  403  403
      member memberEditor           ok   ok   ok   404
      memberViewer                  403  403  403  404
      cluster                       -    -    ok   404
      clusterViewer                 -    -    403  404
      invited reader stranger       -    -    404  404`,
  },
  "comment-own": {
    // The member's manager said it, the coordinator's manager on its own lines.
    line: `
      lead                          ok   ok   403  403
      leadEditor leadViewer         403  403  403  403
      member                        ok   ok   403  404
      memberEditor memberViewer     403  403  403  404
      cluster clusterViewer         -    -    403  404
      invited reader stranger       -    -    404  404`,
  },
  "comment-remove": {
    line: `
      lead leadEditor               ok   ok   ok   ok
      leadViewer                    403  403  403  403
      member                        ok   ok   403  404
      memberEditor memberViewer     403  403  403  404
      cluster clusterViewer         -    -    403  404
      invited reader stranger       -    -    404  404`,
  },
  "own-vote": {
    project: `
      lead member                                                          ok
      leadEditor leadViewer memberEditor memberViewer cluster clusterViewer  403
      invited reader stranger                                              404`,
  },
  "own-projects": { nothing: anyCapacity("ok") },
  // Without the letter's token, or a seat that answers for the invited organisation, there is nothing.
  "invitation-answer": {
    project: `
      invited                                                                                      ok
      lead leadEditor leadViewer member memberEditor memberViewer cluster clusterViewer reader stranger  404`,
  },
  // The link alone decides; without its token everybody is answered alike.
  "part-link": {
    nothing: `
      linkHolder  ok
      everybody   404`,
    line: `
      linkHolder  ok   ok   404  404
      everybody   404  404  404  404`,
    draft: `
      linkHolder  ok   ok   404  404
      everybody   404  404  404  404`,
  },
  "line-report": {
    project: `
      lead leadEditor member memberEditor                                                ok
      leadViewer memberViewer invited cluster clusterViewer reader                       403
      stranger                                                                           404`,
    part: `
      lead leadEditor member memberEditor                                     ok   404
      leadViewer memberViewer                                                 403  404
      invited cluster clusterViewer reader stranger                           404  404`,
    line: `
      lead leadEditor               ok   ok   403  403
      leadViewer                    403  403  403  403
      member memberEditor           ok   ok   403  404
      memberViewer                  403  403  403  404
      cluster clusterViewer         -    -    403  404
      invited reader stranger       -    -    404  404`,
    draft: `
      lead leadEditor member memberEditor       ok   ok   404  404
      leadViewer memberViewer                   403  403  404  404
      invited cluster clusterViewer reader stranger  -    -    404  404`,
  },
};

function anyCapacity(outcomes: string): string {
  return `manager editor viewer clusterManager clusterViewer seatless administrator ${outcomes}`;
}

function writersOnly(): string {
  return `
    manager editor clusterManager                ok
    viewer clusterViewer seatless administrator  403`;
}
