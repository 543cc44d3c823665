/** One thing that will happen later, unless it is put off or called away. */
export function createDelay() {
  let timer: ReturnType<typeof setTimeout> | undefined;
  return {
    start(act: () => void, milliseconds: number): void {
      clearTimeout(timer);
      timer = setTimeout(act, milliseconds);
    },
    cancel(): void {
      clearTimeout(timer);
    },
  };
}
