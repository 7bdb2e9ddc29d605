package tracker.api.tables;

/** A column's letters in a sheet: A is the column of index 0. */
final class ColumnLetters {
    private static final int MOST_LETTERS = 3;

    private ColumnLetters() {}

    static String of(int index) {
        StringBuilder letters = new StringBuilder();
        for (int rest = index; rest >= 0; rest = rest / 26 - 1) {
            letters.insert(0, (char) ('A' + rest % 26));
        }
        return letters.toString();
    }

    /** The column's index of a cell such as {@code AB12}; -1 where that is no cell of a sheet. */
    static int index(String cell) {
        int index = 0;
        int letters = 0;
        while (letters < cell.length() && cell.charAt(letters) >= 'A' && cell.charAt(letters) <= 'Z') {
            index = index * 26 + cell.charAt(letters) - 'A' + 1;
            if (++letters > MOST_LETTERS) {
                return -1;
            }
        }
        return index - 1;
    }
}
