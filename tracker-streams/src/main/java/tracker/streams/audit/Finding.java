package tracker.streams.audit;

/** One thing that is wrong, and where. {@code place} is null where it is the whole archive. */
public record Finding(Problem problem, Place place, String detail) {
    /** As reports say it. */
    public String text() {
        return problem + " " + (place == null ? "-" : place.text()) + ": " + detail;
    }

    /**
     * The events from {@code index} until before {@code until}: one if it is known which, then with its subject and version; more if any
     * of them may be the one at fault, or all of them are missing. {@code index} is -1 where it is the whole partition.
     */
    public record Place(int partition, long index, long until, String subject, long version) {
        static Place of(int partition) {
            return of(partition, -1, -1);
        }

        static Place of(int partition, long index, long until) {
            return new Place(partition, index, until, null, 0);
        }

        static Place of(LoggedEvent logged, String subject, long version) {
            return new Place(logged.partition(), logged.index(), logged.index() + 1, subject, version);
        }

        /** As reports say it. */
        public String text() {
            String named = subject == null ? "" : " " + subject + " version " + version;
            return "partition " + partition + " event " + index + named;
        }
    }
}
