package tracker.streams.audit;

/** What can be wrong with an archive. */
public enum Problem {
    /** The file cannot be read from here on: a damaged header, block or marker, or bytes after the end. */
    FILE_CORRUPT,
    /** The file's bytes before its end are not those that were written. */
    FILE_ALTERED,
    /** The file ends without saying so. */
    END_MISSING,
    /** What the end says is not what came before it. */
    END_DIFFERS,
    /** The archive is of another log, or a checkpoint is. */
    OTHER_ORIGIN,
    /** A partition of the log is not in the archive. */
    PARTITION_MISSING,
    /** An event or checkpoint of a partition that the log does not have. */
    PARTITION_UNKNOWN,
    /** A record is not as it was archived; whether by accident or not, its checksum does not say. */
    EVENT_DAMAGED,
    EVENT_UNDECODABLE,
    INDEX_GAP,
    INDEX_REPEATED,
    /** The record's key names another subject than the event. */
    KEY_DIFFERS,
    /** The record's time is not the one that the event says it was recorded at. */
    TIMESTAMP_DIFFERS,
    VERSION_GAP,
    VERSION_REPEATED,
    /** The subject's next event names another predecessor than this event, or this one itself names a wrong one. */
    CHAIN_BROKEN,
    POSITION_GAP,
    POSITION_REPEATED,
    /** Recorded earlier than the plan's event before. */
    TIME_GOES_BACK,
    /** A plan's event lies in another partition than its events before. */
    PLAN_DIVIDED,
    /** Not what the archive claims to be a choice of. */
    OUT_OF_SCOPE,
    CHECKPOINT_MALFORMED,
    /** A checkpoint that a known key should have signed, and did not. */
    SIGNATURE_BAD,
    /** A checkpoint that no known key claims to have signed. */
    SIGNER_UNKNOWN,
    /** A checkpoint comes after the events that it covers, where its root cannot be compared. */
    CHECKPOINT_LATE,
    /** The events are not those that were signed. */
    ROOT_DIFFERS,
    /** A checkpoint covers more events than there are: the end was cut off. */
    TRUNCATED,
    /** The log does not begin with what an earlier checkpoint saw. */
    NOT_EXTENDED,
    /** Events that no checkpoint covers. */
    UNSIGNED
}
