package tracker.api.tables;

import java.util.List;

/** A column of a sheet to write: its header, its width in characters, who may enter what there. */
public record SheetColumn(String header, int width, Entry entry, List<String> choices) {
    private static final int WIDEST = 255;

    /** What a person may enter in the cells of a column. */
    public enum Entry {
        NOTHING,
        TEXT,
        NUMBER,
        CHOICE
    }

    public SheetColumn {
        choices = List.copyOf(choices);
        if (width < 1 || width > WIDEST || (entry == Entry.CHOICE) == choices.isEmpty()) {
            throw new IllegalArgumentException("column " + header);
        }
    }

    public static SheetColumn locked(String header, int width) {
        return new SheetColumn(header, width, Entry.NOTHING, List.of());
    }

    public static SheetColumn text(String header, int width) {
        return new SheetColumn(header, width, Entry.TEXT, List.of());
    }

    public static SheetColumn number(String header, int width) {
        return new SheetColumn(header, width, Entry.NUMBER, List.of());
    }

    public static SheetColumn choice(String header, int width, List<String> choices) {
        return new SheetColumn(header, width, Entry.CHOICE, choices);
    }

    boolean isInput() {
        return entry != Entry.NOTHING;
    }
}
