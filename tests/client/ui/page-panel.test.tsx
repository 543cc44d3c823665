import { cleanup, fireEvent, screen } from "@testing-library/react";
import { afterEach, beforeEach, describe, expect, test, vi } from "vitest";

import { PagePanel } from "#client/ui/page-panel.tsx";
import { draw } from "#tests/client/render.tsx";

// React says on the console what broke, which is wanted in the browser and noise here.
beforeEach(() => void vi.spyOn(console, "error").mockImplementation(() => undefined));
afterEach(() => {
  cleanup();
  vi.restoreAllMocks();
});

describe("a panel whose part breaks", () => {
  test("keeps its heading and the rest of the page, and draws the part again on request", () => {
    let isBroken = true;
    const Part = () => {
      if (isBroken) throw new Error("no such column");
      return <p>eight members</p>;
    };
    draw(
      <>
        <PagePanel title="Members">
          <Part />
        </PagePanel>
        <PagePanel title="Streams">six streams</PagePanel>
      </>,
    );
    expect(screen.getByRole("region", { name: "Members" }).textContent).toContain("This part could not be shown");
    expect(screen.getByText("six streams")).toBeTruthy();
    expect(document.body.textContent).not.toContain("no such column");

    isBroken = false;
    fireEvent.click(screen.getByRole("button", { name: "Try again" }));
    expect(screen.getByText("eight members")).toBeTruthy();
    expect(screen.queryByRole("alert")).toBeNull();
  });
});
