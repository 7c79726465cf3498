import { Hono } from "hono";
import { z } from "zod";
import type { Application } from "./application.ts";
import type { Behaviour } from "./behaviour.ts";
import type { ChangedPerson, MicrosoftPerson, NewPerson, People } from "./people.ts";

/** Says from another process what this Microsoft knows and how it behaves. */
export interface MicrosoftControl {
  addPerson(person: NewPerson): Promise<MicrosoftPerson>;
  changePerson(id: string, change: ChangedPerson): Promise<MicrosoftPerson>;
  /** Replaces what was said before; `{}` is as usual. */
  behave(id: string, behaviour: Behaviour): Promise<void>;
  /** Where the portal may have people sent back to: `…/broker/microsoft/endpoint` of a realm. */
  addRedirectAddress(address: string): Promise<void>;
}

/** @param address where the stand-in is controlled, e.g. `http://127.0.0.1:4004/control` */
export function microsoftControl(address: string): MicrosoftControl {
  const ask = async (method: string, path: string, body: unknown) => {
    const answer = await fetch(`${address}${path}`, {
      method,
      headers: { "content-type": "application/json" },
      body: JSON.stringify(body),
    });
    const text = await answer.text();
    if (!answer.ok) throw new Error(`the stand-in for Microsoft refuses: ${text}`);
    return text;
  };
  const personPath = (id: string) => `/people/${encodeURIComponent(id)}`;
  return {
    addPerson: async (person) => JSON.parse(await ask("POST", "/people", person)),
    changePerson: async (id, change) => JSON.parse(await ask("PATCH", personPath(id), change)),
    behave: async (id, behaviour) => {
      await ask("PUT", `${personPath(id)}/behaviour`, behaviour);
    },
    addRedirectAddress: async (redirectAddress) => {
      await ask("POST", "/redirect-addresses", { address: redirectAddress });
    },
  };
}

/** The other end of it; the people say what of a request is wrong. Only for this machine: whoever reaches it may be anybody at this Microsoft. */
export function controlRoutes(application: Application, people: People): Hono {
  const app = new Hono();
  app.use(async (context, next) => {
    // What a form on some web page can send is never of this type.
    if (context.req.header("content-type") !== "application/json") {
      return context.text("expected application/json", 415);
    }
    await next();
  });
  app.post("/people", async (context) =>
    context.json(people.add((await context.req.json()) as NewPerson), 201),
  );
  app.patch("/people/:id", async (context) => {
    const change = (await context.req.json()) as ChangedPerson;
    return context.json(people.change(context.req.param("id"), change));
  });
  app.put("/people/:id/behaviour", async (context) => {
    people.behave(context.req.param("id"), (await context.req.json()) as Behaviour);
    return context.body(null, 204);
  });
  app.post("/redirect-addresses", async (context) => {
    const { address } = z.strictObject({ address: z.url() }).parse(await context.req.json());
    application.addRedirectAddress(address);
    return context.body(null, 204);
  });
  app.onError((error, context) => context.text(error.message, 400));
  return app;
}
