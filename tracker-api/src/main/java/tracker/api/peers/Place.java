package tracker.api.peers;

/** Which node can answer. */
public sealed interface Place {
    /** This one. */
    record Here() implements Place {}

    /** {@code address} is the other node's host and port. */
    record At(String address) implements Place {}

    /** None at this moment: what is asked for is moving, or its node has died and nobody has taken over yet. */
    record Moving() implements Place {}
}
