import type { HttpBindings } from "@hono/node-server";
import { type Context, Hono } from "hono";
import { secureHeaders } from "hono/secure-headers";
import type Provider from "oidc-provider";
import { errors } from "oidc-provider";
import { consentDenied } from "./behaviour.ts";
import type { MicrosoftPerson, People } from "./people.ts";
import {
  accountsPage,
  addressPage,
  fields,
  passwordPage,
  refusedPage,
  styleSheet,
  styleSheetPath,
  tenantRefusals,
} from "./sign-in-pages.ts";
import { tenantRefusal } from "./tenants.ts";

type SignInContext = Context<{ Bindings: HttpBindings }, "/:tenant/login/:id">;
type Interaction = Awaited<ReturnType<Provider["interactionDetails"]>>;

/**
 * The pages on which people sign in: address, then password; or, where the portal asks which account
 * it shall be, the one that is signed in in this browser.
 */
export function signIn(provider: Provider, people: People): Hono<{ Bindings: HttpBindings }> {
  const interactionOf = ({ env }: SignInContext) =>
    provider.interactionDetails(env.incoming, env.outgoing);

  /** Leads back to `authorize`, which goes on with this. */
  const finish = async (context: SignInContext, result: Record<string, object | string>) => {
    const { incoming, outgoing } = context.env;
    return context.redirect(await provider.interactionResult(incoming, outgoing, result), 303);
  };

  const signedInAs = async (
    context: SignInContext,
    interaction: Interaction,
    person: MicrosoftPerson,
  ) => {
    const refusal = tenantRefusal(context.req.param("tenant"), person);
    if (refusal !== null) {
      const page = addressPage(context.req.path, person.signInName, tenantRefusals[refusal]);
      return context.html(page);
    }
    await endSessionOfAnother(provider, interaction, person);
    return finish(context, { login: { accountId: person.id }, select_account: {} });
  };

  const app = new Hono<{ Bindings: HttpBindings }>();
  app.use(
    secureHeaders({
      // No form-action: the answer to the form leads back to the portal, wherever that is.
      contentSecurityPolicy: {
        defaultSrc: ["'none'"],
        styleSrc: ["'self'"],
        frameAncestors: ["'none'"],
        baseUri: ["'none'"],
      },
    }),
  );
  app.get(styleSheetPath, (context) =>
    context.body(styleSheet, 200, { "content-type": "text/css; charset=utf-8" }),
  );

  app.get("/:tenant/login/:id", async (context) => {
    const { prompt, session } = await interactionOf(context);
    const person = people.find(session?.accountId);
    const isAsked =
      prompt.name === "select_account" && context.req.query(fields.choice) !== "other";
    const page =
      isAsked && person
        ? accountsPage(context.req.path, person)
        : addressPage(context.req.path, hintOf(prompt.details));
    return context.html(page);
  });

  app.post("/:tenant/login/:id", async (context) => {
    const interaction = await interactionOf(context);
    const form = await context.req.parseBody();
    const action = context.req.path;
    switch (form[fields.choice]) {
      case "cancel": {
        const { error = "", description = "" } = consentDenied.authorize ?? {};
        return finish(context, { error, error_description: description });
      }
      case "other":
        return context.html(addressPage(action));
      case "same": {
        const person = people.find(interaction.session?.accountId);
        if (interaction.prompt.name !== "select_account" || person === undefined) break;
        return signedInAs(context, interaction, person);
      }
    }
    const signInName = String(form[fields.signInName] ?? "").trim();
    const person = people.findBySignInName(signInName);
    if (person === undefined) {
      const problem = "Nous n’avons pas trouvé de compte avec ce nom d’utilisateur.";
      return context.html(addressPage(action, signInName, problem));
    }
    const password = form[fields.password];
    if (password === undefined) return context.html(passwordPage(action, signInName));
    if (password !== person.password) {
      const problem = "Votre compte ou mot de passe est incorrect.";
      return context.html(passwordPage(action, signInName, problem));
    }
    return signedInAs(context, interaction, person);
  });

  app.onError((error, context) => {
    if (!(error instanceof errors.SessionNotFound)) throw error;
    return context.html(refusedPage("Cette page a expiré. Revenez à l’application."), 400);
  });
  return app;
}

/** The library would first ask whether the other person is to be signed out; Microsoft does not. */
async function endSessionOfAnother(
  provider: Provider,
  interaction: Interaction,
  person: MicrosoftPerson,
): Promise<void> {
  const { session } = interaction;
  if (session === undefined || session.accountId === person.id) return;
  await (await provider.Session.findByUid(session.uid))?.destroy();
  interaction.session = undefined;
  await interaction.save(interaction.exp - Math.floor(Date.now() / 1000));
}

function hintOf(details: Record<string, unknown>): string {
  return typeof details.login_hint === "string" ? details.login_hint : "";
}
