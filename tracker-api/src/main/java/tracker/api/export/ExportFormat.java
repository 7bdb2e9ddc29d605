package tracker.api.export;

import tracker.streams.domain.Labelled;

/** In which forms the events of a plan are taken away. */
public enum ExportFormat implements Labelled {
    /** The archive: an Avro object container file, events as they lie in the log. */
    AVRO("application/avro"),
    /** A line of JSON for each event, as replays show it. */
    NDJSON("application/x-ndjson"),
    /** A line for each event, for spreadsheets. */
    CSV("text/csv;charset=UTF-8");

    private final String mediaType;

    ExportFormat(String mediaType) {
        this.mediaType = mediaType;
    }

    public String mediaType() {
        return mediaType;
    }

    @Override
    public String label() {
        return Labelled.fromName(this);
    }
}
