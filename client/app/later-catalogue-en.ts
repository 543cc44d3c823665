/** What all other pages say in this language; a lazy chunk that the first page does not wait for. */
export const catalogue = import.meta.glob<Record<string, unknown>>(
  [
    "../locales/en/*.json",
    "!../locales/en/{access,accounts,common,faults,frame,home,presence,projects,samples,ui}.json",
  ],
  { eager: true, import: "default" },
);
