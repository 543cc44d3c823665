import fc from "fast-check";
import { beforeEach, describe, expect, test } from "vitest";

import {
  begunName,
  type CommentDraft,
  emptyDraft,
  keepDraft,
  mentionedIn,
  readDraft,
} from "#client/features/comments/comment-draft.ts";
import { commentParts } from "#client/features/comments/comment-parts.ts";
import { placeAt } from "#client/features/presence/use-presence-place.ts";

const linksIn = (text: string) => commentParts(text, []).flatMap((part) => (part.kind === "link" ? [part.href] : []));

describe("what was said", () => {
  test("keeps every character, whatever it is, and links nothing but http, https and mail", () => {
    fc.assert(
      fc.property(fc.string({ unit: "binary" }), fc.array(fc.string({ minLength: 1 })), (text, names) => {
        const parts = commentParts(
          text,
          names.map((name) => ({ name })),
        );
        expect(parts.map((part) => part.text).join("")).toBe(text);
        const hrefs = parts.flatMap((part) => (part.kind === "link" ? [part.href] : []));
        expect(hrefs.filter((href) => !/^(https?|mailto):/.test(href))).toEqual([]);
      }),
    );
  });

  test.each([
    ["see https://example.org/plan.", ["https://example.org/plan"]],
    ["(http://example.org/a?b=1)", ["http://example.org/a?b=1"]],
    ["mailto:anna@example.org!", ["mailto:anna@example.org"]],
    ["javascript:alert(1) data:text/html,x file:///etc/passwd", []],
    ["https:// http://", []],
    ['<a href="https://example.org">', ["https://example.org/"]],
  ])("%s", (text, hrefs) => {
    expect(linksIn(text)).toEqual(hrefs);
  });

  test("marks the names that were mentioned, the longest first", () => {
    const parts = commentParts("Ask @Anna Maria, or @Anna", [{ name: "Anna" }, { name: "Anna Maria" }]);
    expect(parts.filter(({ kind }) => kind === "mention").map(({ text }) => text)).toEqual(["@Anna Maria", "@Anna"]);
  });
});

describe("a draft", () => {
  beforeEach(() => sessionStorage.clear());
  const draft: CommentDraft = { text: "Hello @Anna", mentions: [{ userId: "1", name: "Anna" }] };

  test("is kept until it is sent; what is kept by others or damaged counts as none", () => {
    keepDraft("key", draft);
    expect(readDraft("key")).toEqual(draft);
    keepDraft("key", emptyDraft);
    expect(sessionStorage.getItem("key")).toBeNull();
    for (const damaged of ["{", "1", '{"text":1}']) {
      sessionStorage.setItem("key", damaged);
      expect(readDraft("key")).toEqual(emptyDraft);
    }
  });

  test("names only those whose name still stands in it", () => {
    expect(mentionedIn(draft)).toEqual(["1"]);
    expect(mentionedIn({ ...draft, text: "Hello" })).toEqual([]);
  });

  test.each([
    ["Hello @An", 9, { from: 6, search: "An" }],
    ["@", 1, { from: 0, search: "" }],
    ["mail anna@example", 17, null],
    ["Hello @An\nnext", 14, null],
    ["@Anna and so it goes on", 23, null],
  ])("offers names for %j", (text, caret, begun) => {
    expect(begunName(text, caret)).toEqual(begun);
  });
});

describe("the page of an address", () => {
  const id = "019cadc6-9d7c-7000-8000-0000000002fc";
  const other = "019cadc6-9d7c-7000-8000-0000000002fd";
  test.each([
    [`/projects/${id}`, undefined, { projectId: id, entity: "project", entityId: id }],
    [`/projects/${id}/streams/${other}`, undefined, { projectId: id, entity: "stream", entityId: other }],
    [`/projects/${id}/contributions`, other, { projectId: id, entity: "contribution", entityId: other }],
    [`/projects/${id}/contributions`, "nonsense", { projectId: id, entity: "contributions", entityId: id }],
    [`/projects/${id}/decisions`, undefined, { projectId: id, entity: "other", entityId: id }],
    ["/projects", undefined, null],
    ["/organisations", undefined, null],
  ])("%s", (pathname, selected, place) => {
    expect(placeAt(pathname, selected)).toEqual(place);
  });
});
