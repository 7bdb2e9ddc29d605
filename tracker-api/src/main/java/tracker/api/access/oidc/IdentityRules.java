package tracker.api.access.oidc;

import java.util.Collection;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import java.util.Optional;
import java.util.Set;
import java.util.stream.Collectors;
import tracker.api.access.TokenRules;
import tracker.streams.domain.Actor;
import tracker.streams.domain.Role;
import tracker.streams.domain.Text;

/** Who somebody is here, by what the identity provider claims of him. Each claim is its name, or a path of names with dots between. */
record IdentityRules(String roleClaim, String departmentClaim, String userClaim, Map<String, Role> roles) {
    private static final Text NO_ROLE =
            new Text("身份提供方未给出本系统的任何角色。", "The identity provider gives no role that is known here.");
    private static final Text TWO_ROLES = new Text(
            "身份提供方给出了一个以上的角色，无法判断以哪个身份行事。", "The identity provider gives more than one role: only one can act.");
    private static final Text NO_DEPARTMENT =
            new Text("部门角色须恰好给出一个部门。", "The role of a department comes with exactly one department.");
    private static final Text NO_USER = new Text("身份提供方未给出用户名。", "The identity provider gives no user's name.");

    static IdentityRules of(OidcSettings settings, OidcRoles roles) {
        return new IdentityRules(
                settings.roleClaim(), settings.departmentClaim(), settings.userClaim(), roles.byValue());
    }

    /** The actor, or why there is none: exactly one known role, a department for a department, a name that may be recorded. */
    Identity of(Map<String, Object> claims) {
        Set<Role> known = values(claims, roleClaim).stream()
                .map(roles::get)
                .filter(Objects::nonNull)
                .collect(Collectors.toSet());
        if (known.size() != 1) {
            return new Identity.Refused(known.isEmpty() ? NO_ROLE : TWO_ROLES);
        }
        Role role = known.iterator().next();
        List<String> departments = values(claims, departmentClaim);
        if (role == Role.DEPARTMENT && departments.size() != 1) {
            return new Identity.Refused(NO_DEPARTMENT);
        }
        List<String> users = values(claims, userClaim);
        if (users.size() != 1) {
            return new Identity.Refused(NO_USER);
        }
        // Where somebody works is no matter for any other role.
        Actor actor = new Actor(role, role == Role.DEPARTMENT ? departments.get(0) : null, users.get(0));
        return TokenRules.against(actor)
                .<Identity>map(Identity.Refused::new)
                .orElseGet(() -> new Identity.Accepted(actor));
    }

    private static List<String> values(Map<String, Object> claims, String path) {
        Object found = find(claims, path).orElse(List.of());
        Collection<?> all = found instanceof Collection<?> many ? many : List.of(found);
        return all.stream()
                .filter(String.class::isInstance)
                .map(String.class::cast)
                .distinct()
                .toList();
    }

    /** A claim whose own name has dots goes before a path. */
    private static Optional<Object> find(Map<?, ?> claims, String path) {
        Object whole = claims.get(path);
        int dot = path.indexOf('.');
        if (whole != null || dot < 0) {
            return Optional.ofNullable(whole);
        }
        return claims.get(path.substring(0, dot)) instanceof Map<?, ?> inner
                ? find(inner, path.substring(dot + 1))
                : Optional.empty();
    }
}
