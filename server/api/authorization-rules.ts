/**
 * Every procedure names one of these in `meta.rule`; without one it does not run. The sentence is what the
 * procedure promises; the policies in shared/ decide, inside the same transaction as the write.
 */
export const authorizationRules = {
  open: "Anybody, signed in or not.",
  "signed-in": "Any signed-in person, about the own account only.",
  directory: "Any signed-in person; only fields of the directory.",
  administrator: "Administrators of the installation.",
  "organisation-edit":
    "Managers and editors acting for the organisation, or for a cluster it belongs to; administrators where nobody has a seat.",
  membership:
    "Whoever writes for each side that the membership opens projects of; either side alone may end it. Administrators where nobody has a seat.",
  "organisation-merge":
    "Whoever looks after the people of the entry that goes (its managers; before anybody has come in, managers of its cluster and administrators) and may edit the one that stays, or looks after its people too where people come over.",
  "organisation-people":
    "Managers acting for the organisation; until somebody of it has come in, managers of a cluster it belongs to and administrators.",
  "organisation-create": "Managers and editors acting for any organisation.",
  "project-create": "Managers and editors acting for any organisation.",
  "project-read":
    "Whoever the project is open to; others get not-found. Rows and figures by the policies of their feature.",
  "own-projects":
    "Any signed-in person: over the projects that are open to the acting organisation, and nothing of others.",
  "project-plan": "Coordinator or cluster of the project, with a writing seat.",
  "project-coordinate": "Coordinator of the project, with a writing seat.",
  "project-answer": "Managers of an invited organisation, about the own participation.",
  "invitation-answer":
    "Whoever holds the letter of an invitation, signed in with its address or with no account yet; where the organisation has people of its own, those who answer for it.",
  "own-part": "The member whose part of the plan it is, coordinator or cluster, with a writing seat.",
  "line-talk": "Sides of a contribution: the member that owns it and the coordinator, with a writing seat.",
  "line-report": "The member that owns the contribution, with a writing seat.",
  "part-link":
    "Whoever holds a personal link, as the person it was made for: one member's lines of one period, while that person or its namer writes for the member.",
  "thread-read":
    "Whoever sees the record inside the consortium now; talk about reports not handed in and confidential lines is for their member and the coordinator.",
  "thread-talk": "Whoever reads the thread, with a writing seat.",
  "comment-own": "Whoever wrote the comment and still reads its thread, with a writing seat.",
  "comment-remove": "Whoever wrote the comment, or the coordinator; whoever removed it brings it back.",
  "own-vote": "Managers of an organisation of the electorate that still takes part, while the vote is open.",
  "own-job": "The person who asked for the job, with the rights of now.",
  "own-act": "The person whose act it was, as far as the rules of that act let the person do it now.",
  bin: "Whoever might remove the record now, within 30 days after it was removed; others do not learn of it.",
  "import-run": "Managers and editors acting for a cluster or association, and administrators.",
} as const;

export type AuthorizationRule = keyof typeof authorizationRules;
