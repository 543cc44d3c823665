import type { TFunction } from "i18next";
import { faultOf } from "#client/lib/fault.ts";

/** The sentence a person reads for any thrown value: the text of its appCode with its params, else the server's own message. */
export function faultText(error: unknown, t: TFunction): string {
  const fault = faultOf(error);
  // One refused field says more than "check this entry"; a field edited in place has no other way to say it.
  const [field, ...others] = fault.fields;
  const code = fault.appCode === "INPUT" && field !== undefined && others.length === 0 ? field.appCode : fault.appCode;
  return t(`faults:${code}`, { ...fault.params, defaultValue: fault.message });
}

/** Sentences per refused input field, keyed by the path the form uses; for `error=` of the inputs. */
export function fieldTexts(error: unknown, t: TFunction): Record<string, string> {
  if (error === null || error === undefined) return {};
  const texts = faultOf(error).fields.map(
    ({ path, appCode }) => [path, t(`faults:${appCode}`, { defaultValue: t("faults:INPUT") })] as const,
  );
  return Object.fromEntries(texts);
}
