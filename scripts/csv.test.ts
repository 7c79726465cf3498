import { parse } from "csv-parse/sync";
import { expect, it } from "vitest";
import { csvText } from "./csv.ts";

it("is read back as it was written, whatever stands in a cell", () => {
  const rows = [
    ["school", "name"],
    ["demo", `"O'Brien, & fils"\nMaria`],
    ["", "Noël"],
  ];
  expect(parse(csvText(rows), { bom: true })).toEqual(rows);
});

it.each(["=1+1", "+32 2 000", "-2+3", "@SUM(A1)", "\t=1", " =1", "＝1+1", "\r=1"])(
  "a spreadsheet is not given a formula to run: %j",
  (cell) => {
    expect(parse(csvText([[cell, "x"]]), { bom: true })).toEqual([[`'${cell}`, "x"]]);
  },
);

it("a name with such a sign within it stays as it is", () => {
  expect(csvText([["Simon-Renard", "a@example.org"]])).toBe("\uFEFFSimon-Renard,a@example.org\r\n");
});
