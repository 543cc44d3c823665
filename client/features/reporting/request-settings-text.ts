import type { RequestSettings, RequestSettingsView } from "#shared/features/reporting/request-settings.ts";

/** The settings as a person edits them: lists of days as text. */
export type SettingsText = Omit<RequestSettings, "opensAfterDays" | "remindBeforeDays" | "remindAfterDays"> & {
  opensAfterDays: string;
  remindBeforeDays: string;
  remindAfterDays: string;
};

/** Days as typed: "7, 1". Null when something else than whole numbers stands there, too many or one twice. */
export function readDays(text: string, least: number, most: number): number[] | null {
  const words = text.split(/[\s,;]+/).filter((word) => word !== "");
  const days = words.map((word) => (/^\d{1,3}$/.test(word) ? Number(word) : Number.NaN));
  const isGood = days.every((day) => day >= least && day <= most) && new Set(days).size === days.length;
  return isGood && days.length <= 6 ? days : null;
}

/** Settings as text. */
export function textOfSettings(settings: RequestSettingsView): SettingsText {
  const { version: _version, mayRevise: _mayRevise, ...rest } = settings;
  return {
    ...rest,
    opensAfterDays: String(settings.opensAfterDays),
    remindBeforeDays: settings.remindBeforeDays.join(", "),
    remindAfterDays: settings.remindAfterDays.join(", "),
  };
}

/** The settings a text stands for, and the fields that cannot be read. */
export function readSettings(text: SettingsText): { settings: RequestSettings | null; unreadable: string[] } {
  const opens = /^-?\d{1,2}$/.test(text.opensAfterDays.trim()) ? Number(text.opensAfterDays) : null;
  const read = {
    opensAfterDays: opens !== null && opens >= -31 && opens <= 60 ? opens : null,
    remindBeforeDays: readDays(text.remindBeforeDays, 0, 60),
    remindAfterDays: readDays(text.remindAfterDays, 1, 90),
  };
  const { opensAfterDays, remindBeforeDays, remindAfterDays } = read;
  const unreadable = Object.entries(read).flatMap(([name, value]) => (value === null ? [name] : []));
  if (opensAfterDays === null || remindBeforeDays === null || remindAfterDays === null)
    return { settings: null, unreadable };
  return { settings: { ...text, opensAfterDays, remindBeforeDays, remindAfterDays }, unreadable };
}
