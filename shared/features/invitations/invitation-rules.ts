/** How long an invitation can be answered, in ms (security.md, R-U7). */
export const invitationLifeMs = 7 * 24 * 3_600_000;

/** How many open invitations a project may have at a time (security.md, R-U7). */
export const MOST_PENDING = 50;

/** An address that its owner recognises and nobody else learns: first letter and ending of each part, "a•••@e•••.fi". */
export function maskedAddress(email: string): string {
  const at = email.lastIndexOf("@");
  if (at < 1) return "•••";
  const domain = email.slice(at + 1);
  const dot = domain.lastIndexOf(".");
  const [first = ""] = email;
  const [host = ""] = domain;
  return `${first}•••@${host}•••${dot > 0 ? domain.slice(dot) : ""}`;
}
