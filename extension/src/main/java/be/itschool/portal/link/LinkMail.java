package be.itschool.portal.link;

import be.itschool.portal.mail.MailLimit;
import be.itschool.portal.signin.MaskedAddress;
import jakarta.ws.rs.core.Response;
import java.time.Duration;
import java.util.ArrayList;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.Optional;
import java.util.concurrent.TimeUnit;
import org.keycloak.authentication.AuthenticationFlowContext;
import org.keycloak.authentication.AuthenticationFlowError;
import org.keycloak.authentication.AuthenticationProcessor;
import org.keycloak.authentication.authenticators.broker.util.SerializedBrokeredIdentityContext;
import org.keycloak.broker.provider.BrokeredIdentityContext;
import org.keycloak.email.EmailException;
import org.keycloak.email.EmailTemplateProvider;
import org.keycloak.events.Details;
import org.keycloak.events.Errors;
import org.keycloak.events.EventBuilder;
import org.keycloak.events.EventType;
import org.keycloak.forms.login.LoginFormsProvider;
import org.keycloak.models.Constants;
import org.keycloak.models.FederatedIdentityModel;
import org.keycloak.models.KeycloakSession;
import org.keycloak.models.RealmModel;
import org.keycloak.models.UserModel;
import org.keycloak.services.Urls;
import org.keycloak.services.messages.Messages;
import org.keycloak.sessions.AuthenticationSessionModel;

/**
 * Has the mailbox that the school knows say yes before an account at Microsoft is linked. Java, since Keycloak's own
 * step for it, {@code idp-email-verification}, would take the proof of one attempt for another (see LinkAttempt).
 */
public final class LinkMail extends LinkStep {
    /** Mails in an hour for one account at Microsoft, and in all for the person, whose mailbox strangers must not fill. */
    private static final int MOST_FOR_ACCOUNT = 5;
    private static final int MOST_FOR_PERSON = 20;

    private static final String MAILED = "link.mailed";

    /** Made by Keycloak, once. */
    public LinkMail() {
        super("school-link-mail", "School Link Mail", "Links the account once the link in a mail to the known address was opened.");
    }

    @Override
    protected void authenticateImpl(AuthenticationFlowContext context, SerializedBrokeredIdentityContext said, BrokeredIdentityContext account) {
        goOn(context, account, "");
    }

    @Override
    protected void actionImpl(AuthenticationFlowContext context, SerializedBrokeredIdentityContext said, BrokeredIdentityContext account) {
        if (AnotherWay.isTaken(context, account)) return;
        goOn(context, account, pressed(context, "method"));
    }

    private static void goOn(AuthenticationFlowContext context, BrokeredIdentityContext account, String pressed) {
        AuthenticationSessionModel signIn = context.getAuthenticationSession();
        Optional<LinkAttempt> attempt = LinkAttempt.of(signIn, account);
        // Two people for one account there, and Keycloak would let neither in by it.
        Optional<UserModel> user = isLinked(context, account) ? Optional.empty() : attempt.flatMap(begun -> begun.user(context.getSession()));
        if (user.isEmpty()) {
            context.getEvent().error(Errors.USER_NOT_FOUND);
            context.failure(AuthenticationFlowError.INVALID_USER, context.form().setError("linkOverMessage").createErrorPage(Response.Status.BAD_REQUEST));
        } else if (LinkAttempt.isProven(signIn)) {
            finish(context, account, user.get());
        } else if (signIn.getAuthNote(MAILED) != null && !pressed.equals("resend")) {
            showMailed(context, account, pressed.equals("continue") ? Map.of("isWaiting", true) : Map.of());
        } else {
            mail(context, account, attempt.get(), user.get());
        }
    }

    private static boolean isLinked(AuthenticationFlowContext context, BrokeredIdentityContext account) {
        FederatedIdentityModel link = new FederatedIdentityModel(account.getIdpConfig().getAlias(), account.getId(), account.getUsername());
        return context.getSession().users().getUserByFederatedIdentity(context.getRealm(), link) != null;
    }

    private static void finish(AuthenticationFlowContext context, BrokeredIdentityContext account, UserModel user) {
        FederatedIdentityModel linked =
                context.getSession().users().getFederatedIdentity(context.getRealm(), user, account.getIdpConfig().getAlias());
        if (linked == null) {
            context.setUser(user);
            context.success();
            return;
        }
        context.getEvent().clone().user(user).error(Errors.FEDERATED_IDENTITY_EXISTS);
        Map<String, Object> link = link(context, account);
        link.put("account", MaskedAddress.of(linked.getUserName()));
        context.challenge(context.form().setAttribute("link", link).createForm("link-taken.ftl"));
    }

    private static void mail(AuthenticationFlowContext context, BrokeredIdentityContext account, LinkAttempt attempt, UserModel user) {
        AuthenticationSessionModel signIn = context.getAuthenticationSession();
        boolean isSent = signIn.getAuthNote(MAILED) != null;
        List<String> places = new ArrayList<>();
        if (!mayMail(context.getSession(), attempt, places)) {
            showMailed(context, account, Map.of("isLimited", true, "isUnsent", !isSent));
            return;
        }
        EventBuilder event = context.getEvent().clone().event(EventType.SEND_IDENTITY_PROVIDER_LINK)
                .user(user)
                .detail(Details.USERNAME, user.getUsername())
                .detail(Details.EMAIL, user.getEmail())
                .detail(Details.CODE_ID, signIn.getParentSession().getId())
                .removeDetail(Details.AUTH_METHOD)
                .removeDetail(Details.AUTH_TYPE);
        try {
            send(context, account, attempt, user);
            signIn.setAuthNote(MAILED, "true");
            event.success();
            showMailed(context, account, Map.of("isSentAgain", isSent));
        } catch (EmailException unreachable) {
            places.forEach(place -> MailLimit.free(context.getSession(), place));
            event.error(Errors.EMAIL_SEND_FAILED);
            // Loading the page again tries again.
            context.challenge(context.form().setError(Messages.EMAIL_SENT_ERROR).createErrorPage(Response.Status.INTERNAL_SERVER_ERROR));
        }
    }

    private static void send(AuthenticationFlowContext context, BrokeredIdentityContext account, LinkAttempt attempt, UserModel user) throws EmailException {
        KeycloakSession session = context.getSession();
        RealmModel realm = context.getRealm();
        AuthenticationSessionModel signIn = context.getAuthenticationSession();
        String provider = (String) link(context, account).get("provider");
        LinkToken token = LinkToken.of(attempt, user, signIn, account, provider);
        String link = Urls.actionTokenBuilder(context.getUriInfo().getBaseUri(), token.serialize(session, realm, context.getUriInfo()),
                        signIn.getClient().getClientId(), signIn.getTabId(), AuthenticationProcessor.getClientData(session, signIn))
                .queryParam(Constants.EXECUTION, context.getExecution().getId())
                .build(realm.getName())
                .toString();
        BrokeredIdentityContext named = new BrokeredIdentityContext(account.getId(), account.getIdpConfig());
        named.setUsername(token.accountName());
        Locale language = session.getContext().resolveLocale(user);
        session.getProvider(EmailTemplateProvider.class).setRealm(realm).setUser(user)
                .setAuthenticationSession(signIn)
                .setAttribute(EmailTemplateProvider.IDENTITY_PROVIDER_BROKER_CONTEXT, named)
                .setAttribute("linkRequestedAt", token.askedAt(language))
                .sendConfirmIdentityBrokerLink(link, TimeUnit.SECONDS.toMinutes(LinkToken.lifespan(realm)));
    }

    /** @param places gets those that the mail takes, to be given back where none leaves */
    private static boolean mayMail(KeycloakSession session, LinkAttempt attempt, List<String> places) {
        String person = "link-mail." + attempt.userId();
        return MailLimit.take(session, person + "." + attempt.accountId(), MOST_FOR_ACCOUNT, Duration.ofHours(1)).map(places::add).isPresent()
                && MailLimit.take(session, person, MOST_FOR_PERSON, Duration.ofHours(1)).map(places::add).isPresent();
    }

    private static void showMailed(AuthenticationFlowContext context, BrokeredIdentityContext account, Map<String, Object> told) {
        // Also after another page was shown in its place: where the person is, is what this step says.
        context.forceChallenge(context.form()
                .setAttribute(LoginFormsProvider.IDENTITY_PROVIDER_BROKER_CONTEXT, account)
                .setAttribute("link", told)
                .createIdpLinkEmailPage());
    }
}
