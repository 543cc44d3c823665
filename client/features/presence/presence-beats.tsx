import { usePresencePlace } from "#client/features/presence/use-presence-place.ts";

/** Says where this tab is for as long as somebody looks at it; draws nothing. */
export function PresenceBeats() {
  usePresencePlace();
  return null;
}
