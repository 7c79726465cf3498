import { randomBytes } from "node:crypto";
import type { IDToken } from "openid-client";

/** A sign-in that was begun and has not come back yet. */
export interface BegunSignIn {
  codeVerifier: string;
  nonce: string;
  /** Address in the application to go on to. */
  returnTo: string;
}

/** Who is signed in, as the ID token tells. */
export interface SignedIn {
  idToken: string;
  claims: IDToken;
}

/** What the application remembers of one browser. */
export interface Session {
  /** Sign-ins of this browser that are under way, by their `state`: each tab may have one. */
  begun: Map<string, BegunSignIn>;
  signedIn: SignedIn | null;
}

/** More sign-ins at once than anybody has tabs for. */
const mostBegun = 20;

/** The browsers an application knows, in memory. */
export class Sessions {
  readonly #sessions = new Map<string, Session>();

  find(id: string | undefined): Session | null {
    return (id !== undefined && this.#sessions.get(id)) || null;
  }

  /** @returns the new session's id, which is a secret of the browser */
  open(signedIn: SignedIn | null): string {
    const id = randomBytes(24).toString("base64url");
    this.#sessions.set(id, { begun: new Map(), signedIn });
    return id;
  }

  end(id: string): void {
    this.#sessions.delete(id);
  }

  /** Notes a sign-in that begins; the oldest gives way when there are too many. */
  begin(session: Session, state: string, begun: BegunSignIn): void {
    session.begun.set(state, begun);
    for (const oldest of session.begun.keys()) {
      if (session.begun.size <= mostBegun) break;
      session.begun.delete(oldest);
    }
  }

  /** Ends what a sign-out elsewhere names: one session of Keycloak, or all of one person. */
  endSignedOut({ sid, sub }: { sid?: string; sub?: string }): void {
    for (const [id, { signedIn }] of this.#sessions) {
      if (signedIn === null) continue;
      const isNamed = sid !== undefined ? signedIn.claims.sid === sid : signedIn.claims.sub === sub;
      if (isNamed) this.#sessions.delete(id);
    }
  }
}
