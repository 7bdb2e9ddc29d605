package tracker.api.access.oidc;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatIllegalArgumentException;

import java.util.HashMap;
import java.util.List;
import java.util.Map;
import org.junit.jupiter.api.Test;
import tracker.streams.domain.Actor;
import tracker.streams.domain.Role;

/** What a provider claims, and who that is here. */
class IdentityRulesTest {
    private static final IdentityRules RULES = new IdentityRules(
            "realm_access.roles",
            "department",
            "preferred_username",
            Map.of(
                    "tracker-office", Role.PLANNING_OFFICE,
                    "tracker-chief", Role.PLANNING_OFFICE,
                    "tracker-department", Role.DEPARTMENT,
                    "tracker-auditor", Role.AUDITOR));

    @Test
    void oneKnownRoleAmongOthersIsTaken() {
        assertThat(of(roles("offline_access", "tracker-auditor"), "preferred_username", "李华"))
                .isEqualTo(new Identity.Accepted(new Actor(Role.AUDITOR, null, "李华")));
        assertThat(of(roles("tracker-office", "tracker-chief"), "preferred_username", "li"))
                .isEqualTo(new Identity.Accepted(new Actor(Role.PLANNING_OFFICE, null, "li")));
    }

    @Test
    void aDepartmentIsItsClaims() {
        assertThat(of(roles("tracker-department"), "preferred_username", "li", "department", "economy"))
                .isEqualTo(new Identity.Accepted(new Actor(Role.DEPARTMENT, "economy", "li")));
        assertThat(of(roles("tracker-department"), "preferred_username", "li", "department", List.of("economy")))
                .isEqualTo(new Identity.Accepted(new Actor(Role.DEPARTMENT, "economy", "li")));
        assertThat(of(roles("tracker-auditor"), "preferred_username", "li", "department", "economy"))
                .isEqualTo(new Identity.Accepted(new Actor(Role.AUDITOR, null, "li")));
    }

    @Test
    void whatCannotBeToldIsRefusedWithTheReason() {
        assertThat(why(roles(), "preferred_username", "li")).contains("no role");
        assertThat(why(roles("offline_access"), "preferred_username", "li")).contains("no role");
        assertThat(why(Map.of(), "preferred_username", "li")).contains("no role");
        assertThat(why("tracker-auditor", "preferred_username", "li")).contains("no role");
        assertThat(why(roles("tracker-auditor", "tracker-office"), "preferred_username", "li"))
                .contains("more than one role");
        assertThat(why(roles("tracker-department"), "preferred_username", "li")).contains("exactly one department");
        assertThat(why(roles("tracker-department"), "preferred_username", "li", "department", List.of("a", "b")))
                .contains("exactly one department");
        assertThat(why(roles("tracker-department"), "preferred_username", "li", "department", "Not A Slug"))
                .contains("identifier");
        assertThat(why(roles("tracker-auditor"))).contains("no user");
        assertThat(why(roles("tracker-auditor"), "preferred_username", 7)).contains("no user");
        assertThat(why(roles("tracker-auditor"), "preferred_username", "person:1"))
                .contains("person:");
        assertThat(why(roles("tracker-auditor"), "preferred_username", "a\nb")).contains("control character");
        assertThat(why(roles("tracker-auditor"), "preferred_username", "x".repeat(65)))
                .contains("64");
    }

    @Test
    void aClaimMayHaveDotsInItsName() {
        IdentityRules rules = new IdentityRules("https://a.example/roles", "d", "sub", Map.of("audit", Role.AUDITOR));
        assertThat(rules.of(Map.of("https://a.example/roles", "audit", "sub", "li")))
                .isEqualTo(new Identity.Accepted(new Actor(Role.AUDITOR, null, "li")));
    }

    @Test
    void noValueMakesTwoRoles() {
        assertThat(new OidcRoles(List.of("a"), List.of("b"), List.of("c"), List.of("d"), List.of("e")).byValue())
                .hasSize(5)
                .containsEntry("b", Role.DEPARTMENT);
        OidcRoles twice = new OidcRoles(List.of("a"), List.of("a"), List.of(), List.of(), List.of());
        assertThatIllegalArgumentException().isThrownBy(twice::byValue).withMessageContaining("'a'");
    }

    private static Object roles(String... roles) {
        return Map.of("roles", List.of(roles));
    }

    private static Identity of(Object access, Object... others) {
        Map<String, Object> claims = new HashMap<>(Map.of("realm_access", access));
        for (int i = 0; i < others.length; i += 2) {
            claims.put((String) others[i], others[i + 1]);
        }
        return RULES.of(claims);
    }

    private static String why(Object access, Object... others) {
        return ((Identity.Refused) of(access, others)).why().en();
    }
}
