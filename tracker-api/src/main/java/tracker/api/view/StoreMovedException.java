package tracker.api.view;

/** A store is not here any more, or not yet: another node may answer, or this one in a moment. Nothing was done. */
public final class StoreMovedException extends NotReadyException {
    StoreMovedException(String message) {
        super(message);
    }
}
