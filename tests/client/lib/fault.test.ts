import { TRPCClientError } from "@trpc/client";
import { createInstance } from "i18next";
import { beforeAll, describe, expect, test } from "vitest";

import { faultOf } from "#client/lib/fault.ts";
import { faultText, fieldTexts } from "#client/lib/fault-text.ts";

const i18n = createInstance();

function answered(data: Record<string, unknown>, message = "from the server") {
  return TRPCClientError.from({
    error: { code: -32_600, message, data: { code: "BAD_REQUEST", httpStatus: 400, ...data } },
  });
}

beforeAll(async () => {
  const faults = { TOO_MANY: "Wait {{seconds}} s", INPUT: "Check this", TOO_LONG: "Too long", OFFLINE: "No answer" };
  await i18n.init({ lng: "en", resources: { en: { faults } }, interpolation: { escapeValue: false } });
});

describe("faultOf", () => {
  test("reads what the server says", () => {
    const fault = faultOf(
      answered({ appCode: "STALE", requestId: "r-1", params: { seconds: 3 }, present: { version: 4 } }),
    );
    expect(fault).toMatchObject({
      appCode: "STALE",
      requestId: "r-1",
      params: { seconds: 3 },
      present: { version: 4 },
      fields: [],
    });
  });

  test("an answer that never came is OFFLINE, a defect of the page is INTERNAL", () => {
    expect(faultOf(TRPCClientError.from(new TypeError("Failed to fetch"))).appCode).toBe("OFFLINE");
    expect(faultOf(new TypeError("x is not a function")).appCode).toBe("INTERNAL");
    expect(faultOf(new Error("broken")).appCode).toBe("INTERNAL");
  });
});

describe("texts", () => {
  test("the sentence of the code with its params, else the server's own", () => {
    expect(faultText(answered({ appCode: "TOO_MANY", params: { seconds: 3 } }), i18n.t)).toBe("Wait 3 s");
    expect(faultText(answered({ appCode: "NEVER_HEARD_OF" }), i18n.t)).toBe("from the server");
  });

  test("refused fields by their path", () => {
    const fields = [
      { path: "title", appCode: "TOO_LONG" },
      { path: "code", appCode: "NEVER_HEARD_OF" },
    ];
    expect(fieldTexts(answered({ appCode: "INPUT", fields }), i18n.t)).toEqual({
      title: "Too long",
      code: "Check this",
    });
    expect(fieldTexts(null, i18n.t)).toEqual({});
  });
});
