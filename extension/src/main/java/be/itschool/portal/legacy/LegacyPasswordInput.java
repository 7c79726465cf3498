package be.itschool.portal.legacy;

import org.keycloak.models.UserCredentialModel;

/**
 * What a person typed into a school's old sign-in form. In Java because Keycloak hands what is to be checked to a
 * credential's provider as such an input.
 */
public final class LegacyPasswordInput extends UserCredentialModel {
    final String school;
    final String username;

    /** @param username the old user name, as typed or normalized */
    public LegacyPasswordInput(String school, String username, String password) {
        super(null, LegacyPasswordCredentialModel.TYPE, password);
        this.school = school;
        this.username = username;
    }
}
