import { expect, it } from "vitest";
import { belgianDay, belgianTime, daysBetween } from "./belgian-day.ts";

it.each([
  // Two hours ahead of UTC in summer, one in winter.
  ["2027-06-30T21:59:59Z", "2027-06-30"],
  ["2027-06-30T22:00:00Z", "2027-07-01"],
  ["2026-12-31T23:00:00Z", "2027-01-01"],
])("at %s it is %s in Belgium", (moment, day) => {
  expect(belgianDay(new Date(moment))).toBe(day);
});

it("the time of day is Belgium's too, from 00 to 23 hours", () => {
  expect(belgianTime(new Date("2027-06-30T22:05:59Z"))).toBe("2027-07-01 00:05");
  expect(belgianTime(new Date("2026-12-31T12:30:00Z"))).toBe("2026-12-31 13:30");
});

it("a day is a day, also when clocks are changed", () => {
  expect(daysBetween("2027-03-27", "2027-03-29")).toBe(2);
  expect(daysBetween("2026-10-26", "2026-10-24")).toBe(-2);
});
