// Plain JavaScript, so that a Node too old for the rest can still read it and say what to do.
const major = Number(process.versions.node.split(".")[0]);
if (major < 24) {
  console.error(
    `Consortia needs Node 24 or newer; this is ${process.versions.node}.\n` +
      "Run it through npm (npm start, npm run consortia -- …): `npm ci` brings the right Node along on Linux and Windows.\n" +
      "Elsewhere install Node 24 from https://nodejs.org and try again.",
  );
  process.exit(78);
}
