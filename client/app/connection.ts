import { useSyncExternalStore } from "react";

type Channel = "requests" | "live";
type State = "good" | "lost";

const states: Record<Channel, State> = { requests: "good", live: "good" };
const listeners = new Set<() => void>();

/** Notes whether a channel to the server works; the pill in the frame shows it. */
export function reportConnection(channel: Channel, state: State): void {
  if (states[channel] === state) return;
  states[channel] = state;
  for (const listener of listeners) listener();
}

function overall(): "good" | "reconnecting" | "offline" {
  if (states.requests === "lost") return "offline";
  return states.live === "lost" ? "reconnecting" : "good";
}

function subscribe(listener: () => void): () => void {
  listeners.add(listener);
  return () => listeners.delete(listener);
}

/** The connection as the person should know it: good, reconnecting (live updates late) or offline. */
export function useConnection(): "good" | "reconnecting" | "offline" {
  return useSyncExternalStore(subscribe, overall);
}
