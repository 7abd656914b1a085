package org.voiceagent.admin.control;

import java.util.Collection;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import org.voiceagent.admin.entity.Role;

/**
 * Which claim of an ID token says what somebody may.
 *
 * @param name of the claim; where there is none of it, dots lead into claims within claims
 * @param admins values that may see and act
 * @param viewers values that may see
 */
record RoleClaim(String name, Set<String> admins, Set<String> viewers) {

    /** The higher one of several; empty for who may nothing. */
    Optional<Role> roleIn(Map<String, Object> claims) {
        List<String> values = values(claims);
        if (values.stream().anyMatch(admins::contains)) {
            return Optional.of(Role.ADMIN);
        }
        return values.stream().anyMatch(viewers::contains) ? Optional.of(Role.VIEWER) : Optional.empty();
    }

    private List<String> values(Map<String, Object> claims) {
        Object found = claims.get(name);
        if (found == null) {
            found = claims;
            for (String step : name.split("\\.")) {
                found = found instanceof Map<?, ?> inner ? inner.get(step) : null;
            }
        }
        if (found instanceof Collection<?> several) {
            return several.stream()
                    .filter(String.class::isInstance)
                    .map(String.class::cast)
                    .toList();
        }
        return found instanceof String one ? List.of(one) : List.of();
    }
}
