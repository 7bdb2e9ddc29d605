package tracker.api.tables;

/**
 * How much a file may hold. Bytes are counted as they come, never taken from what an archive declares; the rows are those of
 * all its tables together; the ratio is unpacked to packed, minded from one mebibyte on.
 */
public record TableLimits(
        long maxBytes,
        long maxUnpackedBytes,
        int maxRatio,
        int maxRows,
        int maxColumns,
        int maxCellLength,
        int maxEntries) {
    public static final TableLimits DEFAULT = new TableLimits(10_000_000, 100_000_000, 100, 20_000, 64, 10_000, 200);
}
