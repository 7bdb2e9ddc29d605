package tracker.streams.domain;

/** Who did something. {@code department} is null for every role but DEPARTMENT; {@code user} names the person or the token. */
public record Actor(Role role, String department, String user) {
    /** What an encrypted name begins with: nobody is called so. */
    public static final String CONCEALED = "person:";

    /** Whether {@code user} names somebody, and not just the office that acts: such a name is never recorded openly. */
    public boolean isPerson() {
        boolean office = user.equals(role.label()) || user.equals(role.label() + ":" + department);
        return role != Role.SYSTEM && role != Role.PUBLIC && !office;
    }

    public Actor named(String name) {
        return new Actor(role, department, name);
    }
}
