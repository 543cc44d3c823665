/** The languages the product speaks, writes mails in and exports to. */
export const languages = ["en", "ru", "fi"] as const;
export type Language = (typeof languages)[number];
