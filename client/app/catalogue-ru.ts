/** What the frame, the way in and the home page say in this language; one lazy chunk. */
export const catalogue = import.meta.glob<Record<string, unknown>>(
  "../locales/ru/{access,accounts,common,faults,frame,home,presence,projects,samples,ui}.json",
  { eager: true, import: "default" },
);
