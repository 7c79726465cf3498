import KeycloakAdminClient from "@keycloak/keycloak-admin-client";
import type UserRepresentation from "@keycloak/keycloak-admin-client/lib/defs/userRepresentation.js";
import { afterEach, describe, expect, test, vi } from "vitest";
import { silentTeller } from "../terminal.ts";
import { invite } from "./invite.ts";
import { sendInvitation } from "./send-invitation.ts";

const school = { id: "demo", name: "École de démonstration" };
const invitation = { school, lifespanSeconds: 604_800 };
const own = { "demo.username": ["duboisc"] };

afterEach(() => vi.unstubAllGlobals());

/**
 * A Keycloak with people, which does something of one's own when it is to send a mail.
 *
 * @param mail is given the id of the account
 */
function keycloak(ids: readonly string[], mail: (id: string, request: Request) => Response) {
  const users = new Map<string, UserRepresentation>(
    ids.map((id) => [
      id,
      { id, email: `${id}@example.org`, enabled: true, attributes: { ...own } },
    ]),
  );
  vi.stubGlobal("fetch", async (input: string | URL, options?: RequestInit) => {
    const request = new Request(input, options);
    const [, id = "", rest = ""] = /\/users\/([^/]+)\/?(.*)$/.exec(new URL(input).pathname) ?? [];
    if (rest === "execute-actions-email") return mail(id, request);
    if (id === "" || rest !== "") return Response.json([]);
    if (request.method === "GET") return Response.json(users.get(id));
    users.set(id, (await request.json()) as UserRepresentation);
    return new Response(null, { status: 204 });
  });
  const client = new KeycloakAdminClient({ baseUrl: "http://127.0.0.1:1", realmName: "itschool" });
  client.setAccessToken("none");
  return { client, users, attributesOf: (id: string) => users.get(id)?.attributes };
}

const sent = () => new Response(null, { status: 204 });
const answered = (status: number, errorMessage: string) =>
  Response.json({ errorMessage }, { status });

describe("one invitation", () => {
  test("is asked for with the school's application, for as long as set, and nowhere to go", async () => {
    const asked: Request[] = [];
    const { client, users } = keycloak(["claire"], (_, request) => {
      asked.push(request);
      return sent();
    });
    await sendInvitation(client, users.get("claire") ?? {}, invitation);
    const [request] = asked;
    const { searchParams } = new URL(request?.url ?? "");
    expect(Object.fromEntries(searchParams)).toEqual({
      client_id: "school-demo",
      lifespan: "604800",
    });
    expect(await request?.json()).toEqual(["UPDATE_PASSWORD"]);
  });

  test("is noted before its mail leaves, with the school that the mail names", async () => {
    const { client, users, attributesOf } = keycloak(["claire"], (id) => {
      expect(attributesOf(id)).toEqual({
        ...own,
        "portail.invited": [expect.any(String)],
        "portail.inviting": ["demo École de démonstration"],
      });
      return sent();
    });
    await sendInvitation(client, users.get("claire") ?? {}, invitation);
    expect(attributesOf("claire")).toEqual({ ...own, "portail.invited": [expect.any(String)] });
  });

  test.each([
    ["the mail server", 500, "Failed to send execute actions email: Error when …", false],
    [
      "Keycloak, an odd address",
      500,
      "Failed to send execute actions email: Invalid address 'x'",
      true,
    ],
    ["Keycloak, a disabled account", 400, "User is disabled", true],
  ])("that is refused by %s leaves no note", async (_, status, said, isOfAddress) => {
    const { client, users, attributesOf } = keycloak(["claire"], () => answered(status, said));
    const refusal = await sendInvitation(client, users.get("claire") ?? {}, invitation);
    expect(refusal).toMatchObject({ isOfAddress });
    expect(refusal?.why, "nothing of what the server said about its mails").not.toContain("Error");
    expect(attributesOf("claire")).toEqual(own);
  });

  test.each([
    ["may not be sent", 403, "HTTP 403 Forbidden"],
    ["is for an application that is gone", 400, "Client doesn't exist"],
  ])("that %s fails, and leaves no note", async (_, status, said) => {
    const { client, users, attributesOf } = keycloak(["claire"], () => answered(status, said));
    const sending = sendInvitation(client, users.get("claire") ?? {}, invitation);
    await expect(sending).rejects.toMatchObject({ response: { status } });
    expect(attributesOf("claire")).toEqual(own);
  });

  test.each([
    ["got lost", () => Promise.reject(new TypeError("fetch failed")) as never],
    ["is a proxy's", () => new Response("Bad gateway", { status: 502 })],
    ["is nothing one knows", () => answered(500, "unknown_error")],
  ])("whose answer %s may have left: asked for once, and the note stays", async (_, mail) => {
    const asked = vi.fn(mail);
    const { client, users, attributesOf } = keycloak(["claire"], asked);
    await expect(sendInvitation(client, users.get("claire") ?? {}, invitation)).rejects.toThrow();
    expect(asked).toHaveBeenCalledOnce();
    expect(attributesOf("claire")).toHaveProperty(["portail.inviting"]);
  });
});

test("a run whose server goes away says what was done, and of whom it is uncertain", async () => {
  const ids = ["a", "b", "c", "d", "e", "f", "g", "h", "i", "j"];
  let asked = 0;
  const { client } = keycloak(ids, () => {
    if (++asked === 3) throw new TypeError("fetch failed");
    return sent();
  });
  const people = ids.map((id) => ({
    id,
    address: `${id}@example.org`,
    isEnabled: true,
    hasMoved: false,
    attributes: {},
  }));
  const invited = await invite(
    client,
    people,
    { ...invitation, perMinute: 6000, againAfterDays: 30, signal: new AbortController().signal },
    silentTeller,
  );
  expect(invited.uncertain).toHaveLength(1);
  expect(invited.stopped).toMatchObject({ error: new TypeError("fetch failed") });
  expect(invited.sent.length).toBeGreaterThanOrEqual(2);
  expect(invited.sent).not.toContain(invited.uncertain[0]);
  expect(invited.sent.length + invited.uncertain.length + invited.left).toBe(ids.length);
  expect(asked, "it stops").toBeLessThanOrEqual(6);
});
