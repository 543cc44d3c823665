type FaultLike = { code?: string; appCode?: string; message?: string; fields?: { path: string; appCode: string }[] };

/** How a call ended: `done`, or the appCode of its fault; anything that is no fault is thrown on. */
export async function outcomeOf(call: Promise<unknown>): Promise<string> {
  try {
    await call;
    return "done";
  } catch (error) {
    const { appCode } = error as FaultLike;
    if (appCode === undefined) throw error;
    return appCode;
  }
}

/** Everything a caller can tell two refusals apart by; null when the call succeeded. */
export async function refusalOf(call: Promise<unknown>): Promise<FaultLike | null> {
  try {
    await call;
    return null;
  } catch (error) {
    const { code, appCode, message, fields } = error as FaultLike;
    return { code: code ?? "", appCode: appCode ?? "", message: message ?? "", fields: fields ?? [] };
  }
}

/** The refused fields of a call, each as `path appCode`. */
export async function refusedFields(call: Promise<unknown>): Promise<string[]> {
  return ((await refusalOf(call))?.fields ?? []).map(({ path, appCode }) => `${path} ${appCode}`);
}
