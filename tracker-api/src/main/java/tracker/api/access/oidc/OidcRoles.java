package tracker.api.access.oidc;

import io.micronaut.context.annotation.ConfigurationProperties;
import io.micronaut.context.annotation.Requires;
import io.micronaut.core.bind.annotation.Bindable;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import tracker.streams.domain.Role;

/** Which values of the role claim make somebody what; without a setting the role's own name does. */
@ConfigurationProperties("tracker.oidc.roles")
@Requires(property = "tracker.oidc.issuer")
public record OidcRoles(
        @Bindable(defaultValue = "planning-office") List<String> planningOffice,
        @Bindable(defaultValue = "department") List<String> department,
        @Bindable(defaultValue = "auditor") List<String> auditor,
        @Bindable(defaultValue = "dashboard") List<String> dashboard,
        @Bindable(defaultValue = "operator") List<String> operator) {

    /** An {@link IllegalArgumentException} where one value would make two roles: nobody could tell which was meant. */
    Map<String, Role> byValue() {
        Map<String, Role> roles = new LinkedHashMap<>();
        add(roles, Role.PLANNING_OFFICE, planningOffice);
        add(roles, Role.DEPARTMENT, department);
        add(roles, Role.AUDITOR, auditor);
        add(roles, Role.DASHBOARD, dashboard);
        add(roles, Role.OPERATOR, operator);
        return Map.copyOf(roles);
    }

    private static void add(Map<String, Role> roles, Role role, List<String> values) {
        for (String value : values) {
            if (roles.put(value, role) != null) {
                throw new IllegalArgumentException("tracker.oidc.roles: '" + value + "' is named twice");
            }
        }
    }
}
