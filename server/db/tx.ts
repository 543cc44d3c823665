import type { ChangeRecorder } from "./change-recorder.ts";
import type { Actor, Builder, ReadDb, Tx } from "./database.ts";
import { standsOn } from "./prepare.ts";

/** The reading half of a builder; nothing that writes can be reached through it. */
export function readFacade(db: Builder): ReadDb {
  const facade: ReadDb = {
    select: db.select.bind(db),
    selectDistinct: db.selectDistinct.bind(db),
    $with: db.$with.bind(db),
    $count: db.$count.bind(db),
    with(...queries) {
      const { select, selectDistinct } = db.with(...queries);
      return { select, selectDistinct };
    },
  };
  standsOn(facade, db);
  return facade;
}

type TxParts = {
  db: Builder;
  actor: Actor;
  now: number;
  groupId: string;
  ids: () => string;
  recorder: ChangeRecorder;
  effects: (() => void | Promise<void>)[];
};

/** What a service gets to work with; the connection below refuses every statement outside its span. */
export function createTx({ db, actor, now, groupId, ids, recorder, effects }: TxParts): Tx {
  const tx: Tx = {
    ...readFacade(db),
    insert: db.insert.bind(db),
    update: db.update.bind(db),
    delete: db.delete.bind(db),
    actor,
    now,
    groupId,
    id: ids,
    record: (change) => recorder.record(change),
    afterCommit: (effect) => void effects.push(effect),
  };
  standsOn(tx, db);
  return tx;
}
