/** What a child tells its parent: the result, or why there is none. */
export type ChildAnswer<Result> = { how: "answered"; result: Result } | { how: "failed"; failure: string };

/** In a child process: does its one task, answers, and ends; also when the parent is gone. */
export function answerParent<Result>(work: (task: never) => Promise<Result>): void {
  const answer = (message: ChildAnswer<Result>) => process.send?.(message, () => process.disconnect());
  process.once("message", (task) => {
    work(task as never)
      .then((result) => answer({ how: "answered", result }))
      .catch((error: unknown) => {
        const failure = error instanceof Error ? (error.stack ?? error.message) : String(error);
        answer({ how: "failed", failure });
      });
  });
  process.once("disconnect", () => process.exit(0));
}
