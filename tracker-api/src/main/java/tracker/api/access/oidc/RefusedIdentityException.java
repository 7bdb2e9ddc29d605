package tracker.api.access.oidc;

import tracker.streams.domain.Text;

/** What was shown lets nobody in, and why. It never carries the token, nor a cause that may quote it. */
public final class RefusedIdentityException extends RuntimeException {
    private final boolean known;
    private final Text why;

    private RefusedIdentityException(boolean known, Text why) {
        super(why.en());
        this.known = known;
        this.why = why;
    }

    /** The token itself is not good. */
    static RefusedIdentityException token(String zh, String en) {
        return new RefusedIdentityException(false, new Text(zh, en));
    }

    /** The token is good, but its holder is nobody here. */
    static RefusedIdentityException holder(Text why) {
        return new RefusedIdentityException(true, why);
    }

    /** Whether the provider vouches for the holder: then another token of his would not do either. */
    public boolean isKnown() {
        return known;
    }

    public Text why() {
        return why;
    }
}
