package be.itschool.portal.school;

import java.util.List;
import org.keycloak.models.AuthenticatedClientSessionModel;
import org.keycloak.models.ClientModel;
import org.keycloak.models.GroupModel;
import org.keycloak.models.GroupModel.GroupMemberLeaveEvent;
import org.keycloak.models.KeycloakSession;
import org.keycloak.models.RealmModel;
import org.keycloak.models.UserModel;
import org.keycloak.models.UserSessionModel;

/**
 * A school no longer knows somebody. Java, since Keycloak would go on refreshing that person's tokens
 * for the school's application; only inside can it be told not to, whoever ended the membership.
 */
record MembershipEnd(KeycloakSession session, RealmModel realm, UserModel user, GroupModel group) {

    static MembershipEnd of(GroupMemberLeaveEvent left) {
        return new MembershipEnd(left.getKeycloakSession(), left.getRealm(), left.getUser(), left.getGroup());
    }

    /** Ends the person's sessions at that school's application, and at no other school's. */
    void endSessions() {
        if (!isSchool()) return;
        session.sessions().getUserSessionsStream(realm, user).toList().forEach(this::endAtSchool);
    }

    private void endAtSchool(UserSessionModel open) {
        List<String> applications = open.getAuthenticatedClientSessions().values().stream()
                .map(AuthenticatedClientSessionModel::getClient)
                .filter(client -> School.of(client).filter(school -> school.id().equals(group.getName())).isPresent())
                .map(ClientModel::getId)
                .toList();
        if (!applications.isEmpty()) open.removeAuthenticatedClientSessions(applications);
    }

    private boolean isSchool() {
        GroupModel parent = group.getParent();
        return parent != null && parent.getParentId() == null && School.GROUPS.equals(parent.getName());
    }
}
