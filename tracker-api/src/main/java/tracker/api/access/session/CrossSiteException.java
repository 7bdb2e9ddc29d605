package tracker.api.access.session;

/** A write that another site's page has the browser make. */
public final class CrossSiteException extends RuntimeException {
    public CrossSiteException() {
        super("a write by cookie that does not come from our own pages");
    }
}
