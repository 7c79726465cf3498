import { once } from "node:events";
import { type ServerType, serve } from "@hono/node-server";
import { type Context, Hono } from "hono";
import { deleteCookie, getCookie, setCookie } from "hono/cookie";
import { csrf } from "hono/csrf";
import { HTTPException } from "hono/http-exception";
import { secureHeaders } from "hono/secure-headers";
import { accountAddress } from "../realm/school.ts";
import { classPage, failedPage, homePage, styleSheet, welcomePage } from "./school-pages.ts";
import { type Session, Sessions, type SignedIn } from "./sessions.ts";
import { SignIn } from "./sign-in.ts";

/** What a demo school's application is made with. */
export interface SchoolAppOptions {
  /** The school's id. */
  id: string;
  /** The school's name, as parents know it. */
  name: string;
  /** The realm's address, e.g. `http://localhost:8080/realms/itschool`. */
  issuer: string;
  clientId: string;
  clientSecret?: string;
  /** Its address is part of what Keycloak is told, so it is known beforehand. */
  port: number;
}

/** A running application of a school. */
export interface RunningSchoolApp {
  /** Without a slash at the end, e.g. `http://localhost:4001`. */
  url: string;
  stop(): Promise<void>;
}

/**
 * Starts the application of a demo school on the loopback interface: a page before and a page
 * after signing in, a page to link to (`/classes/3b`), and signing out, here and elsewhere.
 * Keycloak need not run yet; it is asked at the first sign-in.
 */
export async function startSchoolApp(options: SchoolAppOptions): Promise<RunningSchoolApp> {
  const url = `http://localhost:${options.port}`;
  const server: ServerType = serve({
    fetch: schoolApp(options, url).fetch,
    port: options.port,
    hostname: "127.0.0.1",
  });
  await once(server, "listening");
  return {
    url,
    async stop() {
      server.close();
      if ("closeAllConnections" in server) server.closeAllConnections();
      await once(server, "close");
    },
  };
}

/** The application's routes. @param url its own address, without a slash at the end */
export function schoolApp(options: Omit<SchoolAppOptions, "port">, url: string): Hono {
  const { id, name, issuer, clientId } = options;
  const school = { id, name, accountAddress: accountAddress(issuer, clientId) };
  const sessions = new Sessions();
  const signIn = new SignIn({
    issuer,
    clientId,
    clientSecret: options.clientSecret,
    redirectUri: `${url}/callback`,
    afterSignOutUri: `${url}/`,
  });
  // Browsers share cookies between the ports of one host, so each school has its own name.
  const cookie = `session-${id}`;

  const sessionOf = (context: Context): Session | null => sessions.find(getCookie(context, cookie));
  const openSession = (context: Context, signedIn: SignedIn | null): Session => {
    const old = getCookie(context, cookie);
    if (old !== undefined) sessions.end(old);
    const sessionId = sessions.open(signedIn);
    setCookie(context, cookie, sessionId, { httpOnly: true, sameSite: "Lax", path: "/" });
    return sessions.find(sessionId) as Session;
  };

  const app = new Hono();
  app.use(
    secureHeaders({
      contentSecurityPolicy: {
        defaultSrc: ["'none'"],
        styleSrc: ["'self'"],
        // Signing out is a form that Keycloak answers.
        formAction: ["'self'", new URL(issuer).origin],
        frameAncestors: ["'none'"],
        baseUri: ["'none'"],
      },
      // Without any referrer, browsers hide the origin of our own forms too.
      referrerPolicy: "same-origin",
    }),
  );
  app.use(async (context, next) => {
    context.header("cache-control", "no-store");
    await next();
  });

  app.get("/style.css", (context) =>
    context.body(styleSheet(school), 200, { "content-type": "text/css; charset=utf-8" }),
  );

  app.get("/", (context) => {
    const signedIn = sessionOf(context)?.signedIn;
    if (signedIn) return context.html(homePage(school, signedIn.claims));
    return context.html(welcomePage(school, signInPath("/", context.req.query("ui_locales"))));
  });

  app.get("/classes/:name", (context) => {
    const signedIn = sessionOf(context)?.signedIn;
    if (signedIn) {
      return context.html(classPage(school, context.req.param("name"), signedIn.claims));
    }
    return context.redirect(signInPath(context.req.path, context.req.query("ui_locales")));
  });

  app.get("/sign-in", async (context) => {
    const returnTo = pageWithin(url, context.req.query("return_to"));
    const {
      url: authorizationUrl,
      state,
      begun,
    } = await signIn.begin(returnTo, context.req.query("ui_locales"));
    sessions.begin(sessionOf(context) ?? openSession(context, null), state, begun);
    return context.redirect(authorizationUrl.href);
  });

  app.get("/callback", async (context) => {
    const session = sessionOf(context);
    const state = context.req.query("state");
    const begun = state === undefined ? undefined : session?.begun.get(state);
    if (state === undefined || begun === undefined) {
      // Another tab came first, or somebody went back: nothing is taken over from the answer.
      if (session?.signedIn) return context.redirect("/");
      return context.html(
        failedPage(school, "Elle a commencé dans un autre navigateur, ou il y a trop longtemps."),
        400,
      );
    }
    session?.begun.delete(state);
    try {
      const callback = new URL(`/callback${new URL(context.req.url).search}`, url);
      // A new session id, so that nobody can have planted the old one.
      openSession(context, await signIn.finish(callback, state, begun));
    } catch {
      return context.html(failedPage(school, "Le portail n’a pas confirmé votre identité."), 400);
    }
    return context.redirect(begun.returnTo);
  });

  app.post("/sign-out", csrf({ origin: url }), async (context) => {
    const signedIn = sessionOf(context)?.signedIn;
    const sessionId = getCookie(context, cookie);
    if (sessionId !== undefined) sessions.end(sessionId);
    deleteCookie(context, cookie, { path: "/" });
    return context.redirect(signedIn ? (await signIn.endSessionUrl(signedIn)).href : "/", 303);
  });

  app.post("/backchannel-logout", async (context) => {
    const { logout_token: logoutToken } = await context.req.parseBody();
    try {
      sessions.endSignedOut(await signIn.verifiedSignOut(String(logoutToken)));
    } catch {
      return context.json({ error: "invalid_request" }, 400);
    }
    return context.body(null, 200);
  });

  app.onError((error, context) => {
    if (error instanceof HTTPException) return error.getResponse();
    // What else can go wrong is that Keycloak does not answer, or not as it should.
    return context.html(failedPage(school, "Le portail ne répond pas pour le moment."), 502);
  });

  return app;
}

function signInPath(returnTo: string, locales: string | undefined): string {
  const query = new URLSearchParams({ return_to: returnTo });
  if (locales) query.set("ui_locales", locales);
  return `/sign-in?${query}`;
}

/** The wanted page of the application itself: a link must not lead out of it after signing in. */
function pageWithin(url: string, wanted: string | undefined): string {
  const home = `${url}/`;
  if (wanted === undefined || !URL.canParse(wanted, url)) return home;
  const target = new URL(wanted, url);
  // By its beginning: the origin of `blob:http://…` is the application's, too.
  return target.href.startsWith(home) ? target.href : home;
}
