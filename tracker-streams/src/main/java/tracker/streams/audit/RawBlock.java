package tracker.streams.audit;

/**
 * A block as it lies in the file: where it begins, how many entries it says it has, what they are compressed to, and all its bytes.
 * {@code last}: no byte follows it.
 */
record RawBlock(long offset, long entries, byte[] data, byte[] bytes, boolean last) {
    ArchiveCorruptException corrupt(String why) {
        return new ArchiveCorruptException(why, offset);
    }
}
