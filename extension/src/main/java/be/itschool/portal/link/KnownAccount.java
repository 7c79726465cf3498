package be.itschool.portal.link;

import jakarta.ws.rs.core.Response;
import java.util.Map;
import java.util.Optional;
import java.util.stream.Collectors;
import java.util.stream.Stream;
import org.keycloak.authentication.AuthenticationFlowContext;
import org.keycloak.authentication.authenticators.broker.util.SerializedBrokeredIdentityContext;
import org.keycloak.broker.provider.BrokeredIdentityContext;
import org.keycloak.events.Errors;
import org.keycloak.forms.login.LoginFormsProvider;
import org.keycloak.models.UserModel;
import org.keycloak.services.messages.Messages;

/**
 * Finds the account that somebody's account at Microsoft may be linked to, and asks whether it shall be. It never
 * makes an account. Java, since only the server may say which address belongs to whom.
 *
 * <p>Nothing is edited on the way: Keycloak skips the proof of the mailbox for an edited address (CVE-2025-7365).
 */
public final class KnownAccount extends LinkStep {
    /** Made by Keycloak, once. */
    public KnownAccount() {
        super("school-known-account", "School Known Account",
                "Goes on only for an address that a school knows, and asks whether to link the account.");
    }

    @Override
    protected void authenticateImpl(AuthenticationFlowContext context, SerializedBrokeredIdentityContext said, BrokeredIdentityContext account) {
        Optional<UserModel> known = find(context, account);
        if (known.isPresent()) showKnown(context, account, known.get());
        else showUnknown(context, account);
    }

    @Override
    protected void actionImpl(AuthenticationFlowContext context, SerializedBrokeredIdentityContext said, BrokeredIdentityContext account) {
        if (AnotherWay.isTaken(context, account)) return;
        Optional<UserModel> known = find(context, account);
        String pressed = known.isPresent() ? pressed(context, "submitAction") : "";
        switch (pressed) {
            case "linkAccount" -> {
                LinkAttempt.begin(context.getAuthenticationSession(), known.get(), account);
                context.success();
            }
            case "updateProfile" -> showProfile(context, account);
            default -> authenticateImpl(context, said, account);
        }
    }

    /**
     * The account whose address is the one that Microsoft tells, letter by letter but for the case of A to Z: Keycloak
     * finds by lower case, in which a Kelvin sign is a k, and some databases find by less.
     */
    private static Optional<UserModel> find(AuthenticationFlowContext context, BrokeredIdentityContext account) {
        String address = account.getEmail();
        // PostgreSQL fails on a text with a NUL.
        if (address == null || address.indexOf('\0') >= 0) return Optional.empty();
        UserModel user = context.getSession().users().getUserByEmail(context.getRealm(), address);
        boolean isSame = user != null && asciiLowerCase(address).equals(user.getEmail());
        return isSame && user.isEnabled() ? Optional.of(user) : Optional.empty();
    }

    static String asciiLowerCase(String address) {
        int[] letters = address.codePoints().map(letter -> 'A' <= letter && letter <= 'Z' ? letter + ('a' - 'A') : letter).toArray();
        return new String(letters, 0, letters.length);
    }

    private static void showKnown(AuthenticationFlowContext context, BrokeredIdentityContext account, UserModel user) {
        context.challenge(context.form()
                .setAttribute(LoginFormsProvider.IDENTITY_PROVIDER_BROKER_CONTEXT, account)
                .setError(Messages.FEDERATED_IDENTITY_CONFIRM_LINK_MESSAGE, UserModel.EMAIL, user.getEmail())
                .createIdpLinkConfirmLinkPage());
    }

    private static void showProfile(AuthenticationFlowContext context, BrokeredIdentityContext account) {
        Map<String, Object> link = link(context, account);
        link.put("address", account.getEmail());
        String name = Stream.of(account.getFirstName(), account.getLastName())
                .filter(part -> part != null && !part.isBlank())
                .collect(Collectors.joining(" "));
        if (!name.isEmpty()) link.put("name", name);
        context.challenge(context.form().setAttribute("link", link).createForm("link-profile.ftl"));
    }

    private static void showUnknown(AuthenticationFlowContext context, BrokeredIdentityContext account) {
        context.getEvent().clone().detail("reason", "address_not_known").error(Errors.USER_NOT_FOUND);
        Map<String, Object> link = link(context, account);
        if (account.getEmail() != null) link.put("address", account.getEmail());
        Response page = context.form().setAttribute("link", link).createForm("link-unknown.ftl");
        context.challenge(page);
    }
}
