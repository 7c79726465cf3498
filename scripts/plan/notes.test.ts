import { describe, expect, it } from "vitest";
import type { DesiredRealm } from "../realm/desired.ts";
import { type Notes, noNotes, notesAttributes, notesFrom } from "./notes.ts";
import { notesAfter, notesBefore } from "./notes-changes.ts";
import type { Change } from "./plan.ts";

const nothing = { name: "x", settings: {}, identityProviders: [] } as unknown as DesiredRealm;
const change = (kind: Change["kind"], name: string, action: Change["action"]): Change => ({
  kind,
  name,
  action,
  fields: [],
});

describe("portail's notes", () => {
  it("come back from the realm as they were written", () => {
    const notes: Notes = { made: { client: ["a"] }, secrets: { "realm x: password": "hash" } };
    expect(notesFrom({ other: "attribute", ...notesAttributes(notes) })).toEqual(notes);
    expect(notesFrom({})).toEqual(noNotes);
    expect(notesFrom()).toEqual(noNotes);
  });

  it.each(["not JSON", '{"client":"a"}', "[]"])("damaged ones are told: %s", (text) => {
    expect(() => notesFrom({ "portail.made": text })).toThrow(
      expect.objectContaining({ code: "REALM_NOTES" }),
    );
  });

  it("name what is about to be made or taken over, before it is", () => {
    const changes = [
      change("client", "new", "create"),
      change("client", "theirs", "adopt"),
      change("client", "known", "update"),
      change("flow", "portal-browser-2", "rebuild"),
    ];
    expect(notesBefore({ made: { client: ["old"] }, secrets: {} }, changes).made).toEqual({
      client: ["new", "old", "theirs"],
    });
  });

  it("forget a secret before it is written anew, and know it when all is done", () => {
    const written: Change = {
      ...change("realm", "x", "update"),
      fields: [{ path: "smtpServer.password", secret: "changed" }],
    };
    const name = "realm x: smtpServer.password";
    const notes: Notes = { made: {}, secrets: { [name]: "of the old one" } };
    const settings = { smtpServer: { password: "new" } };
    const desired = { ...nothing, settings } as unknown as DesiredRealm;
    expect(notesBefore(notes, [written]).secrets).toEqual({});
    const { secrets } = notesAfter(notes, [written], desired, "key");
    expect(Object.keys(secrets)).toEqual([name]);
    expect(JSON.stringify(secrets)).not.toContain("new");
  });

  it("forget what was removed", () => {
    const notes: Notes = { made: { client: ["old", "kept"], group: ["/old"] }, secrets: {} };
    const removed = [change("client", "old", "delete"), change("group", "/old", "delete")];
    expect(notesAfter(notes, removed, nothing, undefined).made).toEqual({ client: ["kept"] });
  });
});
