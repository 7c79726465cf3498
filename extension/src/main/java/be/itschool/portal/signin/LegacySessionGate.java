package be.itschool.portal.signin;

import be.itschool.portal.school.Gate;
import be.itschool.portal.school.School;
import jakarta.ws.rs.core.Response;
import java.time.Instant;
import java.time.LocalDate;
import java.util.HashMap;
import java.util.Map;
import java.util.Optional;
import org.keycloak.authentication.RequiredActionContext;
import org.keycloak.common.util.Time;
import org.keycloak.email.EmailException;
import org.keycloak.events.Details;
import org.keycloak.events.Errors;
import org.keycloak.models.Constants;
import org.keycloak.models.UserModel;
import org.keycloak.models.credential.PasswordCredentialModel;
import org.keycloak.services.messages.Messages;
import org.keycloak.sessions.AuthenticationSessionModel;

/**
 * Keeps a session of the old method to the one school that it opens, and shows the way to the new method. Java, since
 * an old password must not set up a new one, and only a required action that comes before all others can see to that.
 */
public final class LegacySessionGate extends Gate {
    private static final String WELCOMED_NOTE = "legacy.welcomed";
    private static final String MAILED_NOTE = "legacy.mailed";

    /** Made by Keycloak, once. */
    public LegacySessionGate() { super("legacy-session", "Session of the old method"); }

    @Override
    public void evaluateTriggers(RequiredActionContext context) {
        super.evaluateTriggers(context);
        AuthenticationSessionModel signIn = context.getAuthenticationSession();
        if (LegacySession.isNow(signIn)) School.of(signIn.getClient()).ifPresent(here -> remember(here, context.getUser()));
    }

    @Override
    protected boolean isShut(RequiredActionContext context) {
        return isElsewhere(context) || isToBeWelcomed(context);
    }

    @Override
    protected void show(RequiredActionContext context) {
        if (isElsewhere(context)) {
            context.getEvent().clone().user(context.getUser()).detail(Details.AUTH_TYPE, "legacy").error(Errors.NOT_ALLOWED);
            context.challenge(page(context, "legacy-elsewhere.ftl"));
        } else {
            context.challenge(welcome(context));
        }
    }

    @Override
    protected void answer(RequiredActionContext context, String method) {
        if (isElsewhere(context)) {
            if (method.equals("portal")) context.challenge(PortalChoice.startAfresh(context.getSession(), context.getAuthenticationSession()));
        } else if (method.equals("create")) {
            sendMail(context);
        } else if (method.equals("later")) {
            context.getAuthenticationSession().setAuthNote(WELCOMED_NOTE, "true");
            // The event of this sign-in would not say it any more after a page in between.
            context.getEvent().detail(Details.AUTH_TYPE, "legacy");
            context.success();
        }
    }

    /**
     * True for a session of the old method anywhere but at the application of its school, and there too where
     * something is asked of the person beside signing in: what could be set up would outlive the old password, and
     * open every school.
     */
    private static boolean isElsewhere(RequiredActionContext context) {
        AuthenticationSessionModel signIn = context.getAuthenticationSession();
        Optional<String> school = LegacySession.schoolOf(context.getSession(), signIn);
        if (school.isEmpty()) return false;
        boolean isHere = School.of(signIn.getClient()).filter(here -> here.id().equals(school.get())).isPresent();
        return !isHere
                || signIn.getClientNote(Constants.KC_ACTION) != null
                || context.getUser().getRequiredActionsStream().findAny().isPresent();
    }

    /** True after each old sign-in, until the person has a password or a link of the new method. */
    private static boolean isToBeWelcomed(RequiredActionContext context) {
        AuthenticationSessionModel signIn = context.getAuthenticationSession();
        UserModel user = context.getUser();
        return LegacySession.isNow(signIn)
                && signIn.getAuthNote(WELCOMED_NOTE) == null
                && !user.credentialManager().isConfiguredFor(PasswordCredentialModel.TYPE)
                && context.getSession().users().getFederatedIdentitiesStream(context.getRealm(), user).findAny().isEmpty();
    }

    /** A day is enough to see who still comes, and changes the account once a day at most. */
    private static void remember(School school, UserModel user) {
        String today = LocalDate.ofInstant(Instant.ofEpochMilli(Time.currentTimeMillis()), School.BELGIUM).toString();
        String attribute = school.lastLegacySignInAttribute();
        if (!today.equals(user.getFirstAttribute(attribute))) user.setSingleAttribute(attribute, today);
    }

    private static Response welcome(RequiredActionContext context) {
        Map<String, Object> legacy = new HashMap<>();
        UserModel user = context.getUser();
        if (PasswordMail.hasAddress(user)) legacy.put("address", MaskedAddress.of(user.getEmail()));
        legacy.put("isSent", context.getAuthenticationSession().getAuthNote(MAILED_NOTE) != null);
        context.form().setAttribute("legacy", legacy);
        return page(context, "legacy-welcome.ftl");
    }

    private static void sendMail(RequiredActionContext context) {
        if (!PasswordMail.hasAddress(context.getUser())) return;
        try {
            PasswordMail.send(context);
            context.getAuthenticationSession().setAuthNote(MAILED_NOTE, "true");
        } catch (EmailException unreachable) {
            context.form().setError(Messages.EMAIL_SENT_ERROR);
        }
        context.challenge(welcome(context));
    }
}
