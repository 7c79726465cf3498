import { Form } from "../components/Form.tsx";
import { Notice, ServerMessage } from "../components/Notice.tsx";
import { PasswordField } from "../components/PasswordField.tsx";
import { UsernameField } from "../components/UsernameField.tsx";
import { If, usePage } from "../freemarker/page-model.tsx";

/**
 * Where a school's people begin as long as its old method is open: the portal first, the school's
 * own user name and password below it. Reads nothing of the account, whose address an old user name
 * must not give away.
 */
export function SchoolLanding() {
  const page = usePage<"school-landing.ftl">();
  const isRefused = page.has((kc) => kc.messagesPerField.getFirstError("username", "password"));
  const [beforeName, afterName] = page.msgAround("landingWelcome");
  const action = page.text((kc) => kc.url.loginAction);
  return (
    <>
      <If test={page.not(isRefused)}>
        <ServerMessage />
      </If>
      <h1>{page.msg("loginAccountTitle")}</h1>
      <p>
        {beforeName}
        <strong>{page.text((kc) => kc.school.name)}</strong>
        {afterName}
      </p>
      <section className="new-method" aria-labelledby="new-method">
        <h2 id="new-method">{page.msg("landingPortalHeading")}</h2>
        <p>
          {page.msg("landingPortalQuestion")}
          {/* Whatever address a school was given, only a page of the web is opened. */}
          <If test={page.startsWith((kc) => kc.school.video, "https://")}>
            {" "}
            <a href={page.text((kc) => kc.school.video)} target="_blank" rel="noopener noreferrer">
              {page.msg("landingPortalVideo")}
              <span className="visually-hidden"> {page.msg("opensNewTab")}</span>
            </a>
          </If>
        </p>
        <Form action={action}>
          <input type="hidden" name="method" value="portal" />
          <button type="submit" className="main-action">
            {page.msg("landingPortalOpen")}
          </button>
        </Form>
      </section>
      <section className="old-method" aria-labelledby="old-method">
        <h2 id="old-method">{page.msg("landingLegacyHeading")}</h2>
        <Notice kind="warning">
          <p>{page.msgWith("landingLegacyUntil", (kc) => kc.school.until)}</p>
        </Notice>
        <Form action={action}>
          <input type="hidden" name="method" value="legacy" />
          <UsernameField
            label={page.msg("username")}
            invalid={isRefused}
            isFocused={isRefused}
            error={{
              test: isRefused,
              text: page.text((kc) => kc.messagesPerField.getFirstError("username", "password")),
            }}
            defaultValue={page.text((kc) => kc.login?.username)}
          />
          <PasswordField
            name="password"
            label={page.msg("password")}
            autoComplete="current-password"
            invalid={isRefused}
          />
          <button type="submit" className="second-action">
            {page.msg("landingLegacySubmit")}
          </button>
        </Form>
      </section>
    </>
  );
}
