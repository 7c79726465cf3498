import { describe, expect, it } from "vitest";
import { lastDownload, mavenComplaint } from "./distribution.ts";

describe("lastDownload", () => {
  it("reads the newest figure of the large download", () => {
    expect(lastDownload("Progress (1): 0.3/176 MB\rProgress (1): 12/176 MB\r")).toEqual({
      doneMb: 12,
      totalMb: 176,
    });
  });

  it("passes over Maven's own small downloads and other lines", () => {
    expect(lastDownload("Progress (2): 4.1/5.5 kB | 1.2/1.4 MB\r[INFO] x")).toBeNull();
  });
});

it("shows Maven's first complaint without its colours", () => {
  const output = "[INFO] a\n[\u001b[1;31mERROR\u001b[m] Could not find artifact x\n[ERROR] more";
  expect(mavenComplaint(output)).toBe("Could not find artifact x");
});

it("shows what the compiler complains about, and not the heading above it", () => {
  const output = [
    "[INFO] -----",
    "[ERROR] COMPILATION ERROR : ",
    "[INFO] -----",
    "[ERROR] /portal/extension/A.java:[3,1] ';' expected",
  ].join("\n");
  expect(mavenComplaint(output)).toBe("/portal/extension/A.java:[3,1] ';' expected");
});
