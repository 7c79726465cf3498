import { describe, expect, it } from "vitest";
import { erasedText, foundLines, question } from "./erase-text.ts";
import type { Looked } from "./find-schoolless.ts";
import type { Standing } from "./schoolless.ts";

const account = (who: string, standing: Standing, name = ""): Looked => ({
  id: who,
  who,
  name,
  standing,
  user: {},
});
const due = account("a@example.org", { is: "due", leftOn: "2025-01-31" }, "Anna Adam");
const found = [
  due,
  account("sans-adresse-1", { is: "unmarked" }),
  account("c@example.org", { is: "waiting", leftOn: "2026-06-30" }),
  account("d@example.org", { is: "spared", why: "has the role helper" }),
  account("e@example.org", { is: "known", isMarked: true }),
];

describe("before accounts are erased", () => {
  it("each is named with what will become of it", () => {
    expect(foundLines(found, 365).join("\n")).toMatchInlineSnapshot(`
      "1 account that no school has known for 365 days or longer:
        Anna Adam <a@example.org>, since 2025-01-31
      1 account that no school knows; the 365 days begin today:
        sans-adresse-1
      1 account that no school knows, and that is never erased:
        d@example.org: has the role helper
      1 account that a school knows again:
        e@example.org
      1 account whose 365 days are not over"
    `);
    expect(question(found, 365)).toMatchInlineSnapshot(
      `"Erase 1 account for good, and begin the 365 days of 1 account, and take the mark from 1 account?"`,
    );
  });

  it("nobody is asked where there is nothing to do", () => {
    expect(question(found.slice(2, 4), 365)).toBeUndefined();
  });

  it("a long list is cut, and says so", () => {
    const many = Array.from({ length: 60 }, (_, place) => ({
      ...due,
      who: `${place}@example.org`,
    }));
    const lines = foundLines(many, 365);
    expect(lines).toHaveLength(52);
    expect(lines.at(-1)).toContain("and 10 others");
  });

  it("a name makes no line of its own", () => {
    const hostile = account("x@example.org", due.standing, "x\n0 accounts\u001b[2J");
    expect(foundLines([hostile], 365)).toHaveLength(2);
    expect(foundLines([hostile], 365).join()).not.toMatch(/\p{Cc}/u);
  });
});

it("afterwards it is told what has become of them, and who changed meanwhile", () => {
  expect(erasedText({ erased: 2, marked: 1, unmarked: 0, changed: [due] })).toMatchInlineSnapshot(`
    "2 accounts erased.
    The period of 1 account begins today.
    1 account left alone, since they changed meanwhile: Anna Adam <a@example.org>.
    "
  `);
});
