package be.itschool.portal.school;

import java.util.List;
import java.util.Set;
import org.keycloak.authentication.RequiredActionContext;
import org.keycloak.common.util.Time;
import org.keycloak.events.Errors;
import org.keycloak.models.AuthenticatedClientSessionModel;
import org.keycloak.models.ClientModel;
import org.keycloak.models.Constants;
import org.keycloak.models.DefaultActionTokenKey;
import org.keycloak.models.GroupModel;
import org.keycloak.models.GroupModel.GroupMemberLeaveEvent;
import org.keycloak.models.KeycloakSessionFactory;
import org.keycloak.services.managers.AuthenticationManager;
import org.keycloak.sessions.AuthenticationSessionModel;

/**
 * Lets only those into a school's application whom the school knows. Java, since an application that was handed a
 * token could not give it back. It comes last: as a step of the flows it would keep a parent who began at the wrong
 * school from setting a password.
 */
public final class SchoolMembership extends Gate {
    /** Applications for everybody, whatever their schools. */
    private static final Set<String> FOR_EVERYBODY = Set.of(
            Constants.ACCOUNT_MANAGEMENT_CLIENT_ID, Constants.ACCOUNT_CONSOLE_CLIENT_ID, Constants.ADMIN_CONSOLE_CLIENT_ID);

    /** Made by Keycloak, once. */
    public SchoolMembership() { super("school-membership", "School membership"); }

    /** Has Keycloak tell when a membership ends. */
    @Override
    public void postInit(KeycloakSessionFactory factory) {
        factory.register(event -> {
            if (event instanceof GroupMemberLeaveEvent left) endSessions(left);
        });
    }

    @Override
    protected boolean isShut(RequiredActionContext context) {
        ClientModel client = context.getAuthenticationSession().getClient();
        return School.of(client)
                .map(school -> !school.knows(context.getSession(), context.getRealm(), context.getUser()))
                .orElse(!FOR_EVERYBODY.contains(client.getClientId()));
    }

    @Override
    protected void show(RequiredActionContext context) {
        context.getEvent().clone().user(context.getUser()).detail("reason", "not_a_member").error(Errors.ACCESS_DENIED);
        useUp(context);
        context.challenge(page(context, "school-unknown.ftl"));
    }

    /** The link in a mail that led here: Keycloak does it where a sign-in goes on, and there is nothing else to do. */
    private static void useUp(RequiredActionContext context) {
        AuthenticationSessionModel signIn = context.getAuthenticationSession();
        String link = signIn.getAuthNote(AuthenticationManager.INVALIDATE_ACTION_TOKEN);
        if (link == null) return;
        context.getSession().revokedTokens().put(link, Math.max(1, DefaultActionTokenKey.from(link).getExp() - Time.currentTimeSeconds()));
        signIn.removeAuthNote(AuthenticationManager.INVALIDATE_ACTION_TOKEN);
    }

    @Override
    protected void answer(RequiredActionContext context, String method) {
        if (!method.equals("other-account")) return;
        context.challenge(startAfresh(context.getSession(), context.getAuthenticationSession()));
    }

    /** Ends somebody's sessions at one school's application: Keycloak would go on refreshing their tokens. */
    private static void endSessions(GroupMemberLeaveEvent left) {
        GroupModel group = left.getGroup();
        GroupModel parent = group.getParent();
        if (parent == null || parent.getParentId() != null || !School.GROUPS.equals(parent.getName())) return;
        left.getKeycloakSession().sessions().getUserSessionsStream(left.getRealm(), left.getUser()).toList().forEach(open -> {
            List<String> applications = open.getAuthenticatedClientSessions().values().stream()
                    .map(AuthenticatedClientSessionModel::getClient)
                    .filter(client -> School.of(client).filter(school -> school.id().equals(group.getName())).isPresent())
                    .map(ClientModel::getId)
                    .toList();
            if (!applications.isEmpty()) open.removeAuthenticatedClientSessions(applications);
        });
    }
}
