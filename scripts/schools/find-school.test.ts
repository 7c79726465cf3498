import { expect, test } from "vitest";
import type { School } from "../config/schema.ts";
import { requireConfidential } from "./client-secret.ts";
import { findSchool } from "./find-school.ts";

const address = "https://school.example/";
const school = (id: string): School => ({
  id,
  name: id,
  application: { type: "public", home: address, redirects: [address], afterSignOut: [address] },
});
const schools = [school("demo"), school("saint-exupery")];

test("a school is found by its id", () => {
  expect(findSchool(schools, "demo")).toBe(schools[0]);
});

test("an unknown school is told with the one that was probably meant", () => {
  expect(() => findSchool(schools, "saint-exupry")).toThrow(
    expect.objectContaining({
      code: "SCHOOL_UNKNOWN",
      remedy: expect.stringMatching(/^Did you mean "saint-exupery"\? /),
    }),
  );
  expect(() => findSchool(schools, "lycee-francais")).toThrow(
    expect.objectContaining({ remedy: expect.not.stringContaining("mean") }),
  );
});

test("a public application has no secret, which is told before a server is asked", () => {
  expect(() => requireConfidential(school("demo"))).toThrow(
    expect.objectContaining({ code: "SCHOOL_HAS_NO_SECRET" }),
  );
});
