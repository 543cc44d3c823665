/** When a member is asked for its reports: at opening, before and after the due day, or by a tap of the coordinator. */
export const requestKinds = ["opened", "before", "after", "reminder"] as const;
export type RequestKind = (typeof requestKinds)[number];

/** How a personal link to "my part" left: by mail, or as a picture on screen or paper. */
export const partLinkKinds = ["mail", "picture"] as const;
export type PartLinkKind = (typeof partLinkKinds)[number];
