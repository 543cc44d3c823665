import { useSyncExternalStore } from "react";

const listeners = new Set<() => void>();

function read(key: string): string | null {
  try {
    return localStorage.getItem(key);
  } catch {
    return null;
  }
}

function subscribe(listener: () => void): () => void {
  listeners.add(listener);
  window.addEventListener("storage", listener);
  return () => {
    listeners.delete(listener);
    window.removeEventListener("storage", listener);
  };
}

/** Reads a setting of this browser; `fallback` when it was never set or storage is closed. */
export function readSetting(key: string, fallback: string): string {
  return read(key) ?? fallback;
}

/** Keeps a setting in this browser and tells every component that shows it. */
export function writeSetting(key: string, value: string): void {
  try {
    localStorage.setItem(key, value);
  } catch {
    // Without storage the setting lives as long as the page.
  }
  for (const listener of listeners) listener();
}

/** A setting of this browser as React state, the same in all tabs. */
export function useLocalSetting(key: string, fallback: string): [string, (value: string) => void] {
  const value = useSyncExternalStore(subscribe, () => readSetting(key, fallback));
  return [value, (next) => writeSetting(key, next)];
}
