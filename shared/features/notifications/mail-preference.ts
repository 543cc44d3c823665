import { usualTimeZone } from "../../time-zones.ts";

/** What a person is told by mail, and when: `digestHour` 0–23 in `timeZone`, an IANA name. */
export type MailPreferences = {
  wantsRequests: boolean;
  wantsMentions: boolean;
  wantsDigest: boolean;
  digestHour: number;
  timeZone: string;
};

/** Until somebody chooses: everything, in the morning. */
export const usualMailPreferences: MailPreferences = {
  wantsRequests: true,
  wantsMentions: true,
  wantsDigest: true,
  digestHour: 8,
  timeZone: usualTimeZone,
};
