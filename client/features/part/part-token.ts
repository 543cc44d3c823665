const kept = "consortia-part-link";
const form = /^p[\w-]{32}$/;

/**
 * The token of the link this tab was opened with, or null. It is taken out of the address, so that no screenshot, history
 * or shared address carries it on, and stays with the tab for reloads.
 */
export function takePartToken(): string | null {
  const given = location.hash.slice(1);
  if (form.test(given)) {
    keepToken(given);
    history.replaceState(null, "", location.pathname);
    return given;
  }
  try {
    return sessionStorage.getItem(kept);
  } catch {
    return null;
  }
}

function keepToken(token: string): void {
  try {
    sessionStorage.setItem(kept, token);
  } catch {
    // Without storage the link has to be opened again after a reload.
  }
}

/** Lets this tab forget the link. */
export function dropPartToken(): void {
  try {
    sessionStorage.removeItem(kept);
  } catch {
    // There was nothing to forget.
  }
}

/** Names what a phone keeps for a link without keeping the link itself: 53 bits of a token that has 192 (cyrb53, public domain). */
export function partKeyOf(token: string): string {
  let left = 0xdeadbeef;
  let right = 0x41c6ce57;
  for (const character of token) {
    const code = character.charCodeAt(0);
    left = Math.imul(left ^ code, 2654435761);
    right = Math.imul(right ^ code, 1597334677);
  }
  left = Math.imul(left ^ (left >>> 16), 2246822507) ^ Math.imul(right ^ (right >>> 13), 3266489909);
  right = Math.imul(right ^ (right >>> 16), 2246822507) ^ Math.imul(left ^ (left >>> 13), 3266489909);
  return (4294967296 * (2097151 & right) + (left >>> 0)).toString(36);
}
