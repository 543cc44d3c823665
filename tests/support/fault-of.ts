import { Fault } from "#shared/fault.ts";

/** The fault something ends with; a success or any other error fails the test. */
export async function faultOf(work: Promise<unknown>): Promise<Fault> {
  const error: unknown = await work.then(
    () => new Error("it succeeded"),
    (thrown: unknown) => thrown,
  );
  if (!(error instanceof Fault)) throw new Error("expected a fault", { cause: error });
  return error;
}
