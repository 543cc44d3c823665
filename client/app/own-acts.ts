/** Something this tab did: the group of its changes, what was called, and the place it was done in. */
export type OwnAct = { groupId: string; path: string; place: string };

const mostKept = 50;
// Saving by itself, reading marks and one's own affairs: nobody means these by "undo".
const passing = /^(update\.save|part\.|presence\.|notification\.|me\.|account\.|export\.|access\.|change\.undo$)/;
const offered = /^(?!comment\.|attachment\.).*(\.remove|\.withdraw|\.reorder|\.move|\.generate|Many)$/;

let done: OwnAct[] = [];
let undone: OwnAct[] = [];

/** Where undo looks for acts: the project on screen, or everything outside of projects. */
export function placeOf(pathname: string): string {
  return /^\/projects\/([0-9a-f-]{36})/.exec(pathname)?.[1] ?? "";
}

/** Keeps an act as the newest one; what was undone in that place before cannot be done again. */
export function rememberAct(act: OwnAct): void {
  done = [...done, act].slice(-mostKept);
  undone = undone.filter(({ place }) => place !== act.place);
}

/** The newest act of this tab in a place that can still be asked to be taken back, or null. */
export function lastDone(place: string): OwnAct | null {
  return done.findLast((act) => act.place === place) ?? null;
}

/** The newest undoing of this tab in a place, or null. */
export function lastUndone(place: string): OwnAct | null {
  return undone.findLast((act) => act.place === place) ?? null;
}

/** Forgets an act that was, or cannot be, taken back or done again. */
export function forgetAct(groupId: string): void {
  const isOther = (act: OwnAct) => act.groupId !== groupId;
  done = done.filter(isOther);
  undone = undone.filter(isOther);
}

/** An act was undone, or done again, by the act `by`: the next step back from there. */
export function turnAct(act: OwnAct, by: string, isRedo: boolean): void {
  forgetAct(act.groupId);
  const next = { ...act, groupId: by };
  if (isRedo) done = [...done, next];
  else undone = [...undone, next];
}

/** The fetch of mutations: remembers which act each one was, and offers to take removals and bulk acts back. */
export const fetchAndRemember: typeof fetch = async (input, init) => {
  const response = await fetch(input, init);
  const groupId = response.headers.get("x-change-group");
  const path = /\/api\/trpc\/([\w.]+)/.exec(response.url)?.[1];
  if (!response.ok || groupId === null || path === undefined || passing.test(path)) return response;
  // A removed project is looked for in the list of projects.
  const act = { groupId, path, place: path === "project.remove" ? "" : placeOf(window.location.pathname) };
  rememberAct(act);
  if (offered.test(path)) void import("#client/features/activity/take-back.tsx").then((part) => part.offerUndo(act));
  return response;
};
