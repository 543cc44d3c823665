import { type ReactNode, useMemo } from "react";
import { personColour } from "#client/features/presence/person-colour.ts";
import { presence } from "#client/features/presence/presence-store.ts";
import { type TypingPort, type Typist, TypingContext } from "#client/lib/typing-port.ts";
import type { Typing } from "#shared/features/presence/presence.ts";

type Props = { entity: Typing["entity"]; entityId: string; children: ReactNode };

/** Around the fields of one record: each tells when it is written in and shows who else writes in it. */
export function TypingScope({ entity, entityId, children }: Props) {
  const port = useMemo(() => portFor(entity, entityId), [entity, entityId]);
  return <TypingContext value={port}>{children}</TypingContext>;
}

const nobody: readonly Typist[] = [];

function portFor(entity: Typing["entity"], entityId: string): TypingPort {
  const shown = new Map<string, readonly Typist[]>();
  return {
    note: (field) => presence.note({ entity, entityId, field }),
    stop: (field) => presence.stop({ entity, entityId, field }),
    subscribe: presence.subscribe,
    typistsOf: (field) => {
      const now = presence
        .people()
        .filter(
          ({ isSelf, typing }) =>
            !isSelf && typing?.entity === entity && typing.entityId === entityId && typing.field === field,
        )
        .map(({ key, name }) => ({ name, colour: personColour(key) }));
      // The same list as before as long as it says the same, so that fields draw themselves only when it changes.
      const before = shown.get(field) ?? nobody;
      if (JSON.stringify(before) === JSON.stringify(now)) return before;
      shown.set(field, now);
      return now;
    },
  };
}
