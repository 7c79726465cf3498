import KeycloakAdminClient from "@keycloak/keycloak-admin-client";
import { afterEach, expect, it, vi } from "vitest";
import { shippedConfig } from "../../test/support/shipped-config.ts";
import { desiredRealm } from "../realm/desired.ts";
import { readRealm } from "./read.ts";

const config = await shippedConfig();
afterEach(() => vi.unstubAllGlobals());

/** Reads a realm with so many schools from a server that only has lists. */
async function reading(count: number) {
  const [model] = config.schools;
  if (!model) throw new Error("no school to copy");
  const schools = Array.from({ length: count }, (_, index) => ({ ...model, id: `s${index}` }));
  const desired = desiredRealm({ ...config, schools }, "many");
  const own = { clientId: "realm-management" };
  const clients = [own, ...desired.clients].map((client) => ({ ...client, id: client.clientId }));
  const groups = schools.map(({ id }) => ({ id, name: id }));
  const answers: Record<string, unknown> = {
    "/admin/realms/many": { ...desired.settings, id: "many" },
    "/admin/realms/many/users/profile": desired.userProfile,
    "/admin/realms/many/clients": clients,
    "/admin/realms/many/groups": [{ id: "above", name: "schools" }],
    "/admin/realms/many/groups/above/children": groups,
  };
  const asked = vi.fn(async (input: string | URL, options?: RequestInit) => {
    const { pathname: path, searchParams } = new URL(input);
    const pathname = path.replace(/\/$/, "");
    expect(options?.method ?? "GET").toBe("GET");
    const answer = answers[pathname] ?? (pathname.includes("/localization/") ? {} : []);
    const first = Number(searchParams.get("first") ?? 0);
    const max = Number(searchParams.get("max") ?? 100);
    return Response.json(Array.isArray(answer) ? answer.slice(first, first + max) : answer);
  });
  vi.stubGlobal("fetch", asked);
  const client = new KeycloakAdminClient({ baseUrl: "http://127.0.0.1:1", realmName: "many" });
  client.setAccessToken("none");
  const live = await readRealm(client, desired);
  return { live, desired, requests: asked.mock.calls.length };
}

it("reads a thousand schools with as many requests as ten, but for pages", async () => {
  const [few, many] = [await reading(10), await reading(1000)];
  expect(many.live?.clients.size).toBe(1001);
  expect([...(many.live?.groupIds.keys() ?? [])]).toEqual(["/schools", ...many.desired.groups]);
  expect(many.requests).toBeLessThanOrEqual(40);
  // Two pages more of clients, and one of groups.
  expect(many.requests - few.requests).toBe(3);
});

it("does not ask for ever when something else answers in Keycloak's place", async () => {
  const page = () => new Response("<html>Please sign in</html>");
  const settings = () => Response.json({ id: "many", enabled: true });
  vi.stubGlobal("fetch", async (input: string | URL) => {
    const { pathname } = new URL(input);
    if (pathname.endsWith("/realms/many")) return settings();
    return /\/(clients|groups)\/?$/.test(pathname) ? page() : Response.json([]);
  });
  const client = new KeycloakAdminClient({ baseUrl: "http://127.0.0.1:1", realmName: "many" });
  client.setAccessToken("none");
  await expect(readRealm(client, desiredRealm(config, "many"))).rejects.toMatchObject({
    code: "SERVER_NOT_KEYCLOAK",
  });
});
