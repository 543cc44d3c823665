/** What a person may do for an organisation: manage it and its people, edit its records, or read. */
export const seatRoles = ["manager", "editor", "viewer"] as const;
export type SeatRole = (typeof seatRoles)[number];
