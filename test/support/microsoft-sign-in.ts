import { fields } from "../../scripts/demo/microsoft/sign-in-pages.ts";
import { Visitor } from "./visitor.ts";

/**
 * A browser at the stand-in for Microsoft that gets there without TLS.
 *
 * @param authorizeUrl where the portal sends people, at `login.microsoftonline.com`
 * @returns a visitor who stops at the portal's own address
 */
export function microsoftVisitor(authorizeUrl: string): Visitor {
  return new Visitor(new URL(authorizeUrl).searchParams.get("redirect_uri") ?? "");
}

/**
 * Does at the stand-in for Microsoft what somebody in a browser would: address, password.
 *
 * @param control the stand-in's address for control
 * @param authorizeUrl where the portal sends people, at `login.microsoftonline.com`
 * @param visitor the browser, where it is one that was here before
 * @returns the address of the portal that the browser is sent back to, with `code` and `state`, or
 *   with `error`
 * @throws Error with the page that is shown instead
 */
export async function signInAt(
  control: string,
  authorizeUrl: string,
  person: { signInName: string; password: string },
  visitor = microsoftVisitor(authorizeUrl),
): Promise<URL> {
  const { pathname, search } = new URL(authorizeUrl);
  await visitor.open(new URL(`${pathname}${search}`, control).href);
  if (isAtMicrosoft(visitor, control)) {
    await visitor.send({
      [fields.signInName]: person.signInName,
      [fields.password]: person.password,
    });
  }
  if (isAtMicrosoft(visitor, control)) throw new Error(`still at Microsoft: ${visitor.html}`);
  return new URL(visitor.url);
}

function isAtMicrosoft({ url }: Visitor, control: string): boolean {
  return new URL(url).origin === new URL(control).origin;
}
