import { reportConnection } from "#client/app/connection.ts";
import type { LiveChange } from "#client/app/live-rules.ts";
import { noticeFailure } from "#client/app/query-client.ts";
import { trpcClient } from "#client/app/trpc.ts";
import { createDelay } from "#client/lib/delay.ts";
import { tellAside } from "#client/lib/live-asides.ts";
import { tabId } from "#client/lib/random-id.ts";

const longestPause = 30_000;

/** How long to wait before the attempt after `failures` failed ones, in ms: 1 s, 2 s, 4 s … 30 s, spread by `chance` from 0 to 1. */
export function pauseAfter(failures: number, chance: number): number {
  return Math.min(longestPause, 1000 * 2 ** (failures - 1)) * (0.5 + chance / 2);
}

/**
 * Follows what changes until the returned function is called. A break is mended by the browser or, when the server
 * ended the stream or refused it, by asking again; after every break everything on screen counts as missed.
 */
export function followChanges(onChange: (change: LiveChange | { reset: true }) => void): () => void {
  const next = createDelay();
  let failures = 0;
  let isMending = false;
  let subscription: { unsubscribe: () => void } | undefined;

  const lose = () => {
    isMending = true;
    reportConnection("live", "lost");
  };
  const askAgain = () => {
    lose();
    failures += 1;
    next.start(connect, pauseAfter(failures, Math.random()));
  };
  function connect(): void {
    subscription?.unsubscribe();
    subscription = trpcClient.change.follow.subscribe(
      { tab: tabId },
      {
        onStarted: () => {
          failures = 0;
          reportConnection("live", "good");
          if (isMending) {
            onChange({ reset: true });
            tellAside({ again: true });
          }
          isMending = false;
        },
        // Only changes are numbered; what comes beside them is for whoever is there to hear it.
        onData: (told) => ("id" in told ? onChange(told.data) : tellAside(told)),
        onConnectionStateChange: ({ error }) => {
          if (error !== null) lose();
        },
        onError: (error) => {
          noticeFailure(error);
          askAgain();
        },
        onStopped: askAgain,
      },
    );
  }
  connect();
  return () => {
    next.cancel();
    subscription?.unsubscribe();
    reportConnection("live", "good");
  };
}
