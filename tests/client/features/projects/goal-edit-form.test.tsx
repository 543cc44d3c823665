import { cleanup, fireEvent, screen, waitFor } from "@testing-library/react";
import { afterEach, describe, expect, test } from "vitest";

import { GoalEditForm } from "#client/features/projects/goal-edit-form.tsx";
import { GoalList } from "#client/features/projects/goal-list.tsx";
import { draw } from "#tests/client/render.tsx";

afterEach(cleanup);

function drawForm(answer: () => Promise<unknown> = () => Promise.resolve()) {
  const saved: number[][] = [];
  let closed = 0;
  const onSave = (goals: number[]) => {
    saved.push(goals);
    return answer();
  };
  draw(<GoalEditForm goals={[13, 7]} onSave={onSave} onDone={() => (closed += 1)} />);
  return { saved, closed: () => closed };
}

const goal = (name: string) => screen.getByRole<HTMLInputElement>("checkbox", { name });

describe("the goals of a project", () => {
  test("are seventeen toggles; what is ticked is saved in rising order, once, and the form closes", async () => {
    const { saved, closed } = drawForm();
    expect(screen.getAllByRole("checkbox")).toHaveLength(17);
    expect(goal("7 Affordable and clean energy").checked).toBe(true);
    fireEvent.click(goal("17 Partnerships for the goals"));
    fireEvent.click(goal("3 Good health and well-being"));
    fireEvent.click(goal("13 Climate action"));
    expect(saved).toEqual([]);
    fireEvent.click(screen.getByRole("button", { name: "Save" }));
    await waitFor(() => expect(closed()).toBe(1));
    expect(saved).toEqual([[3, 7, 17]]);
  });

  test("stay ticked as they are when saving is refused", async () => {
    const { closed } = drawForm(() => Promise.reject(new Error("failed to fetch")));
    fireEvent.click(goal("11 Sustainable cities and communities"));
    fireEvent.click(screen.getByRole("button", { name: "Save" }));
    await screen.findByRole("alert");
    expect(goal("11 Sustainable cities and communities").checked).toBe(true);
    expect(closed()).toBe(0);
  });

  test("read as a list of numbers and names, whatever their order in the record", () => {
    draw(<GoalList goals={[13, 7]} />);
    expect(screen.getAllByRole("listitem").map((item) => item.textContent)).toEqual([
      "7 Affordable and clean energy",
      "13 Climate action",
    ]);
  });
});
