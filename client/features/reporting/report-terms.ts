/** What all reports of one member and period share: the period, until when it is due in which zone, and the money. */
export type ReportTerms = { periodId: string; dueOn: string; timeZone: string; currency: string };
