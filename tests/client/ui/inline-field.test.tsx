import { TRPCClientError } from "@trpc/client";
import { cleanup, fireEvent, screen, waitFor } from "@testing-library/react";
import { afterEach, describe, expect, test } from "vitest";

import { InlineField } from "#client/ui/inline-field.tsx";
import { draw } from "#tests/client/render.tsx";

afterEach(cleanup);

type Saved = { value: unknown; present: unknown };

/** A field over a record that answers as `answers` say, one for each save. */
function drawTitle(answers: (Error | null)[] = [], props: { variant?: "text" | "long-text" } = {}) {
  const saved: Saved[] = [];
  const onSave = (value: unknown, present?: unknown) => {
    saved.push({ value, present });
    const answer = answers[saved.length - 1] ?? null;
    return answer === null ? Promise.resolve() : Promise.reject(answer);
  };
  const field = (value: string | null) => (
    <InlineField label="Title" name="title" value={value} canEdit onSave={onSave} {...props} />
  );
  const { redraw } = draw(field("Heat"));
  return { saved, show: (value: string) => redraw(field(value)) };
}

function stale(present: Record<string, unknown>) {
  return TRPCClientError.from({
    error: { code: -32_009, message: "stale", data: { code: "CONFLICT", httpStatus: 409, appCode: "STALE", present } },
  });
}

function open() {
  fireEvent.click(screen.getByRole("button", { name: "Heat" }));
  return screen.getByRole<HTMLInputElement>("textbox", { name: "Title" });
}

function type(input: HTMLElement, text: string) {
  fireEvent.change(input, { target: { value: text } });
}

describe("an inline field", () => {
  test("F2 begins, Enter saves once, the new value stands there already while it is being saved", async () => {
    const { saved } = drawTitle();
    fireEvent.keyDown(screen.getByRole("button", { name: "Heat" }), { key: "F2" });
    const input = screen.getByRole("textbox", { name: "Title" });
    type(input, " Heat supply ");
    fireEvent.keyDown(input, { key: "Enter" });
    expect(screen.getByRole("button").textContent).toContain("Heat supply");
    await screen.findByText("Saved");
    expect(saved).toEqual([{ value: "Heat supply", present: undefined }]);
    expect(document.activeElement).toBe(screen.getByRole("button"));
  });

  test("Esc restores and saves nothing", () => {
    const { saved } = drawTitle();
    const input = open();
    type(input, "Something else");
    fireEvent.keyDown(input, { key: "Escape" });
    expect(screen.getByRole("button", { name: "Heat" })).toBe(document.activeElement);
    expect(saved).toEqual([]);
  });

  test("leaving saves what changed and nothing when nothing changed", async () => {
    const { saved } = drawTitle();
    fireEvent.blur(open());
    expect(saved).toEqual([]);
    const input = open();
    type(input, "Air");
    fireEvent.blur(input);
    await screen.findByText("Saved");
    expect(saved.map(({ value }) => value)).toEqual(["Air"]);
  });

  test("moving to its own save button is not leaving", () => {
    const { saved } = drawTitle();
    const input = open();
    type(input, "Air");
    fireEvent.blur(input, { relatedTarget: screen.getByRole("button", { name: "Cancel" }) });
    expect(saved).toEqual([]);
    expect(screen.getByRole("textbox")).toBe(input);
  });

  test("a long text takes Enter as a new line and saves with Ctrl+Enter", async () => {
    const { saved } = drawTitle([], { variant: "long-text" });
    const input = open();
    type(input, "Line 1\nLine 2");
    fireEvent.keyDown(input, { key: "Enter" });
    expect(saved).toEqual([]);
    fireEvent.keyDown(input, { key: "Enter", ctrlKey: true });
    await waitFor(() => expect(saved.map(({ value }) => value)).toEqual(["Line 1\nLine 2"]));
  });

  test("a fault keeps the typed text, is not sent again by leaving, and goes through on Enter", async () => {
    const { saved } = drawTitle([new TypeError("Failed to fetch")]);
    const first = open();
    type(first, "Typed with care");
    fireEvent.keyDown(first, { key: "Enter" });
    const again = await screen.findByRole<HTMLInputElement>("textbox");
    expect(again.value).toBe("Typed with care");
    expect(screen.getByText(/server cannot be reached/)).toBeDefined();
    fireEvent.blur(again);
    expect(saved).toHaveLength(1);
    fireEvent.keyDown(again, { key: "Enter" });
    await screen.findByText("Saved");
    expect(saved.map(({ value }) => value)).toEqual(["Typed with care", "Typed with care"]);
  });

  test("what cannot be edited is no button", () => {
    draw(<InlineField label="Title" name="title" value="Heat" canEdit={false} onSave={() => Promise.resolve()} />);
    expect(screen.queryByRole("button")).toBeNull();
    expect(screen.getByText("Heat")).toBeDefined();
  });
});

async function meet() {
  const drawn = drawTitle([stale({ title: "Theirs", version: 7 })]);
  const input = open();
  type(input, "Mine");
  fireEvent.keyDown(input, { key: "Enter" });
  await screen.findByText("Theirs", { selector: "div" });
  return drawn;
}

describe("a conflict", () => {
  test("shows both texts and keeps the typed one in the input", async () => {
    await meet();
    expect(screen.getByRole<HTMLInputElement>("textbox").value).toBe("Mine");
    expect(screen.getByText("Mine", { selector: "div" })).toBeDefined();
  });

  test("saving mine goes on top of their version", async () => {
    const { saved } = await meet();
    fireEvent.click(screen.getByRole("button", { name: "Save mine" }));
    await screen.findByText("Saved");
    expect(saved[1]).toEqual({ value: "Mine", present: { title: "Theirs", version: 7 } });
  });

  test("taking theirs saves nothing and shows what the record holds now", async () => {
    const { saved, show } = await meet();
    fireEvent.click(screen.getByRole("button", { name: "Take theirs" }));
    show("Theirs");
    expect(screen.getByRole("button", { name: "Theirs" })).toBeDefined();
    expect(saved).toHaveLength(1);
  });

  test("leaving the field decides nothing", async () => {
    const { saved } = await meet();
    fireEvent.blur(screen.getByRole("textbox"));
    expect(saved).toHaveLength(1);
    expect(screen.getByRole("button", { name: "Save mine" })).toBeDefined();
  });
});

describe("a row that changes while somebody types", () => {
  test("meets both texts before anything is sent, and mine goes on top only on request", async () => {
    const { saved, show } = drawTitle();
    const input = open();
    type(input, "Mine");
    show("Theirs");
    fireEvent.keyDown(input, { key: "Enter" });
    await screen.findByText("Theirs", { selector: "div" });
    expect(saved).toEqual([]);
    fireEvent.click(screen.getByRole("button", { name: "Save mine" }));
    await screen.findByText("Saved");
    expect(saved).toEqual([{ value: "Mine", present: {} }]);
  });

  test("keeps theirs when nothing was typed", () => {
    const { saved, show } = drawTitle();
    const input = open();
    show("Theirs");
    fireEvent.blur(input);
    expect(saved).toEqual([]);
    expect(screen.getByRole("button", { name: "Theirs" })).toBeDefined();
  });
});

describe("amounts", () => {
  test("money is typed with a comma and saved in cents", async () => {
    const saved: unknown[] = [];
    draw(
      <InlineField
        variant="money"
        currency="EUR"
        label="Value"
        name="valueCents"
        value={100}
        canEdit
        onSave={(cents) => Promise.resolve(saved.push(cents))}
      />,
    );
    fireEvent.click(screen.getByRole("button", { name: "€1.00" }));
    const input = screen.getByRole<HTMLInputElement>("textbox");
    expect(input.value).toBe("1.00");
    type(input, "1 250,5");
    fireEvent.keyDown(input, { key: "Enter" });
    await waitFor(() => expect(saved).toEqual([125_050]));
  });

  test("what is no number is said so and not sent", () => {
    const saved: unknown[] = [];
    draw(
      <InlineField
        variant="number"
        label="Months"
        name="months"
        value={3}
        canEdit
        onSave={(months) => Promise.resolve(saved.push(months))}
      />,
    );
    fireEvent.click(screen.getByRole("button", { name: "3" }));
    const input = screen.getByRole<HTMLInputElement>("textbox");
    type(input, "three");
    fireEvent.keyDown(input, { key: "Enter" });
    expect(screen.getByText(/Please enter a number/)).toBeDefined();
    expect(input.value).toBe("three");
    expect(saved).toEqual([]);
  });
});
