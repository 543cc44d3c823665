/** Types of deliverables, as funders' tables write them. */
export const deliverableTypes = ["R", "DEM", "DEC", "DATA", "DMP", "ETHICS", "SECURITY", "OTHER"] as const;
export type DeliverableType = (typeof deliverableTypes)[number];

/** Dissemination levels: public, sensitive, and the classified ones of the European Union. */
export const disseminationLevels = ["PU", "SEN", "R-UE/EU-R", "C-UE/EU-C", "S-UE/EU-S"] as const;
export type DisseminationLevel = (typeof disseminationLevels)[number];

export const deliverableStates = ["pending", "draft", "submitted", "accepted", "returned", "cancelled"] as const;
export type DeliverableState = (typeof deliverableStates)[number];
