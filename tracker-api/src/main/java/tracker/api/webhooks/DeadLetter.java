package tracker.api.webhooks;

/** A message that was given up on. {@code again} is null unless somebody wants it sent once more. */
public record DeadLetter(Delivery last, Attempts again) {
    public String id() {
        return last.id();
    }

    public long position() {
        return last.position();
    }
}
