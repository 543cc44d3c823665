import "./node-version.mjs";

// Set here and not left to the operator: libraries show more of themselves otherwise.
process.env["NODE_ENV"] = "production";

const { serve } = await import("./serve.ts");
await serve();
