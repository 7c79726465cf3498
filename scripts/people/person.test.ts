import { describe, expect, it } from "vitest";
import { addressFrom } from "./address.ts";
import { personText, theOne } from "./person.ts";

const claire = "claire.dubois@example.org";

describe("the address of the person who is meant", () => {
  it.each([
    ["in capitals", ["Claire.Dubois@Example.ORG"], claire],
    ["with spaces around", [`  ${claire} `], claire],
    ["with an accent in two characters", ["rene\u0301@example.org"], "ren\u00e9@example.org"],
  ])("may be written %s", (_, words, address) => expect(addressFrom(words)).toBe(address));

  it.each([
    ["a name", ["Claire", "Dubois"]],
    ["a name in quotes", ["Claire Dubois"]],
    ["two addresses", [claire, "marc@example.org"]],
    ["a name with an address", ["Claire", `<${claire}>`]],
    ["a user name", ["duboisc"]],
    ["nothing", [""]],
    ["two signs", ["claire@dubois@example.org"]],
  ])("is not guessed from %s", (_, words) => {
    expect(() => addressFrom(words)).toThrow(expect.objectContaining({ code: "PERSON_ADDRESS" }));
  });
});

describe("the account of an address", () => {
  const other = { id: "2", email: "claire.dubois@example.org.evil" };

  it("is the one that has just this address", () => {
    const one = { id: "1", email: "Claire.Dubois@example.org" };
    expect(theOne([other, one], claire)).toBe(one);
  });

  it("is nobody's that only resembles", () => {
    expect(() => theOne([other, { id: "3" }], claire)).toThrow(
      expect.objectContaining({ code: "PERSON_UNKNOWN", message: expect.stringContaining(claire) }),
    );
  });

  it("is not chosen among two", () => {
    const two = ["1", "2"].map((id) => ({ id, email: claire }));
    expect(() => theOne(two, claire)).toThrow(
      expect.objectContaining({ code: "PERSON_TWICE", remedy: expect.stringContaining("1 and 2") }),
    );
  });
});

describe("the line about a person", () => {
  const person = { id: "1", address: claire, name: "Claire Dubois", schools: ["a", "gone"] };
  const schools = [{ id: "a", name: "École A" }];

  it("has the schools by name, also one that is no longer configured", () => {
    expect(personText(person, schools)).toBe(`Claire Dubois <${claire}>, of "École A" and "gone"`);
  });

  it("says when there is no name and no school", () => {
    const nobody = { ...person, name: "", schools: [] };
    expect(personText(nobody, schools)).toBe(`${claire}, known to no school`);
  });
});
