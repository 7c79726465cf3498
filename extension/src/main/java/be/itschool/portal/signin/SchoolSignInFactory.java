package be.itschool.portal.signin;

import org.keycloak.authentication.Authenticator;
import org.keycloak.authentication.authenticators.browser.UsernamePasswordFormFactory;
import org.keycloak.models.KeycloakSession;

/** Makes {@link SchoolSignIn} known to Keycloak, which finds what it can load by Java classes like this. */
public final class SchoolSignInFactory extends UsernamePasswordFormFactory {
    @Override public Authenticator create(KeycloakSession session) { return new SchoolSignIn(session); }
    @Override public String getId() { return "school-sign-in"; }
    @Override public String getDisplayType() { return "School Sign-in"; }

    @Override
    public String getHelpText() {
        return "The sign-in form; before it, while a school's old user names are accepted, the school's landing page.";
    }
}
