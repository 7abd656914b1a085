package org.voiceagent.admin.control;

import static org.junit.jupiter.api.Assertions.assertEquals;

import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import org.junit.jupiter.api.Test;
import org.voiceagent.admin.entity.Role;

class RoleClaimTest {

    private static final RoleClaim GROUPS = claim("groups");

    private static RoleClaim claim(String name) {
        return new RoleClaim(name, Set.of("va-admins"), Set.of("va-viewers", "staff"));
    }

    @Test
    void the_higher_role_counts() {
        assertEquals(Optional.of(Role.ADMIN), GROUPS.roleIn(Map.of("groups", List.of("staff", "va-admins"))));
        assertEquals(Optional.of(Role.VIEWER), GROUPS.roleIn(Map.of("groups", List.of("other", "staff"))));
        assertEquals(Optional.of(Role.VIEWER), GROUPS.roleIn(Map.of("groups", "va-viewers")));
    }

    @Test
    void whoever_has_none_of_the_values_has_no_role() {
        for (Object groups : List.of(List.of(), List.of("VA-ADMINS", "va-admins2"), "va-admins staff", 7, List.of(7))) {
            assertEquals(Optional.empty(), GROUPS.roleIn(Map.of("groups", groups)), groups.toString());
        }
        assertEquals(Optional.empty(), GROUPS.roleIn(Map.of("roles", List.of("va-admins"))));
    }

    @Test
    void dots_lead_into_claims_unless_they_belong_to_the_name() {
        Map<String, Object> keycloak = Map.of("realm_access", Map.of("roles", List.of("va-admins")));
        assertEquals(Optional.of(Role.ADMIN), claim("realm_access.roles").roleIn(keycloak));
        assertEquals(Optional.empty(), claim("realm_access.roles.more").roleIn(keycloak));
        assertEquals(Optional.empty(), claim("realm_access").roleIn(keycloak));
        String url = "https://shop.example/roles";
        assertEquals(Optional.of(Role.VIEWER), claim(url).roleIn(Map.of(url, List.of("staff"))));
    }
}
