package be.itschool.portal.signin;

import be.itschool.portal.school.School;
import jakarta.ws.rs.core.MultivaluedMap;
import jakarta.ws.rs.core.Response;
import java.security.SecureRandom;
import java.time.Instant;
import java.util.Map;
import java.util.Optional;
import java.util.concurrent.TimeUnit;
import java.util.concurrent.locks.LockSupport;
import org.keycloak.WebAuthnConstants;
import org.keycloak.authentication.AuthenticationFlowContext;
import org.keycloak.authentication.authenticators.browser.UsernamePasswordForm;
import org.keycloak.authentication.authenticators.resetcred.ResetCredentialChooseUser;
import org.keycloak.common.util.Time;
import org.keycloak.events.Details;
import org.keycloak.events.Errors;
import org.keycloak.forms.login.LoginFormsProvider;
import org.keycloak.models.KeycloakSession;
import org.keycloak.models.UserModel;
import org.keycloak.models.credential.PasswordCredentialModel;
import org.keycloak.models.utils.FormMessage;
import org.keycloak.services.managers.AuthenticationManager;
import org.keycloak.services.messages.Messages;
import org.keycloak.services.validation.Validation;
import org.keycloak.sessions.AuthenticationSessionModel;

/**
 * Keycloak's sign-in form, with the school's landing page before it while the old method is open. Java, since a
 * password is checked, and a date enforced, only inside Keycloak.
 */
final class SchoolSignIn extends UsernamePasswordForm {
    /** Refusals leave on the beat: what one took would tell whether there is such a person, or which hash they have. */
    private static final long BEAT_NANOS = TimeUnit.MILLISECONDS.toNanos(500);
    /** And up to so much after it, by chance: what Keycloak does with a refusal afterwards takes unequal time too. */
    private static final int SWING_NANOS = (int) TimeUnit.MILLISECONDS.toNanos(50);
    private static final SecureRandom CHANCE = new SecureRandom();

    SchoolSignIn(KeycloakSession session) { super(session); }

    @Override
    public void authenticate(AuthenticationFlowContext context) {
        // Whom somebody has typed into the form for a forgotten password: the page that comes must not tell whether there is one.
        if (context.getAuthenticationSession().getAuthNote(ResetCredentialChooseUser.RESET_CREDENTIAL_USER_CHOSEN) != null) context.clearUser();
        Optional<School> school = schoolWithLegacy(context);
        if (school.isPresent() && !PortalChoice.isMade(context)) context.challenge(landing(context, school.get(), context.form(), ""));
        else showPortal(context);
    }

    @Override
    public void action(AuthenticationFlowContext context) {
        MultivaluedMap<String, String> form = context.getHttpRequest().getDecodedFormParameters();
        String method = form.getFirst("method");
        // A passkey says whose it is. Beside a name Keycloak would set that person unproven, and tell whether there is one.
        boolean isPasskey = form.containsKey(WebAuthnConstants.AUTHENTICATOR_DATA) || form.containsKey(WebAuthnConstants.ERROR);
        if (method == null && !(isPasskey && form.containsKey(AuthenticationManager.FORM_USERNAME))) super.action(context);
        else if ("legacy".equals(method)) signInByLegacy(context, LegacyCheck.Attempt.of(form));
        else showPortal(context);
    }

    private void showPortal(AuthenticationFlowContext context) {
        if (context.getUser() != null && hasLegacySession(context)) {
            context.forceChallenge(PortalChoice.startAfresh(context.getSession(), context.getAuthenticationSession()));
            return;
        }
        PortalChoice.make(context.getAuthenticationSession());
        super.authenticate(context);
    }

    /** Without what was posted: a user name of the old method is no address. */
    @Override
    protected Response challenge(AuthenticationFlowContext context, MultivaluedMap<String, String> formData) {
        return context.form().setFormData(formData).createLoginUsernamePassword();
    }

    private void signInByLegacy(AuthenticationFlowContext context, LegacyCheck.Attempt attempt) {
        long begunAt = System.nanoTime();
        AuthenticationSessionModel signIn = context.getAuthenticationSession();
        // Keycloak would charge a failure to the account of this name, and pages would print it.
        signIn.removeAuthNote(ATTEMPTED_USERNAME);
        // The landing page does not offer it: the next visitor would be shown the account's address.
        signIn.removeAuthNote(Details.REMEMBER_ME);
        context.getEvent().detail(Details.AUTH_TYPE, "legacy").detail(Details.USERNAME, attempt.name());

        Optional<School> open = schoolWithLegacy(context);
        if (open.isEmpty()) {
            context.getEvent().error(Errors.NOT_ALLOWED);
            context.form().setError("legacyClosedMessage");
            showPortal(context);
            return;
        }
        School school = open.get();
        LegacyCheck.Verdict verdict = new LegacyCheck(context, school).of(attempt);
        if (verdict.error() == null) {
            succeed(context, school, verdict.user());
            return;
        }
        if (verdict.user() != null) context.getEvent().user(verdict.user());
        context.getEvent().error(verdict.error());
        // The same words for an unknown name, a wrong password and a locked account.
        String words = verdict.error().equals(Errors.USER_DISABLED) ? Messages.ACCOUNT_DISABLED : "legacyRefusedMessage";
        LoginFormsProvider page = context.form().addError(new FormMessage(Validation.FIELD_USERNAME, words));
        Response refusal = landing(context, school, page, attempt.name());
        waitForBeat(begunAt);
        // Not a failure in the flow's eyes: it would be counted for somebody else, or twice.
        context.forceChallenge(refusal);
    }

    private static void waitForBeat(long begunAt) {
        long beats = (System.nanoTime() - begunAt) / BEAT_NANOS + 1;
        long leavesAt = begunAt + beats * BEAT_NANOS + CHANCE.nextInt(SWING_NANOS);
        while (System.nanoTime() - leavesAt < 0) LockSupport.parkNanos(leavesAt - System.nanoTime());
    }

    private static void succeed(AuthenticationFlowContext context, School school, UserModel user) {
        AuthenticationSessionModel signIn = context.getAuthenticationSession();
        LegacySession.begin(signIn, school);
        // The next pages say who is signing in; only as much of it as the old name does not give away.
        signIn.setAuthNote(ATTEMPTED_USERNAME, MaskedAddress.of(user.getEmail()));
        // For the event of a sign-in that goes on with a second factor.
        signIn.setAuthNote(Details.AUTH_TYPE, "legacy");
        context.setUser(user);
        // Counted like a password: Keycloak clears the failures of no other kind.
        context.success(PasswordCredentialModel.TYPE);
    }

    /** The school, while its old method is open and this sign-in may go by it. */
    private static Optional<School> schoolWithLegacy(AuthenticationFlowContext context) {
        // An old password must not stand in for the new one where that is to be proven again.
        if (context.getUser() != null && !hasLegacySession(context)) return Optional.empty();
        Instant now = Instant.ofEpochMilli(Time.currentTimeMillis());
        return School.of(context.getAuthenticationSession().getClient()).filter(school -> school.isLegacyOpen(now));
    }

    private static boolean hasLegacySession(AuthenticationFlowContext context) {
        return LegacySession.schoolOfBrowser(context.getSession(), context.getAuthenticationSession()).isPresent();
    }

    private static Response landing(AuthenticationFlowContext context, School school, LoginFormsProvider page, String typedName) {
        return page.setAttribute("school", LandingPage.school(school, context.getSession().getContext().resolveLocale(context.getUser())))
                .setAttribute("login", Map.of("username", typedName))
                .createForm("school-landing.ftl");
    }
}
