package tracker.api.tables;

import java.util.regex.Pattern;

/**
 * The apostrophe before a CSV text that a spreadsheet would else run as a formula. A text that already has one gets another, so
 * that reading takes back exactly what writing added.
 */
final class FormulaGuard {
    // Input in Chinese or Japanese may turn the full-width signs into the plain ones.
    private static final Pattern FORMULA = Pattern.compile("'*[=+\\-@\\t\\r\\n＝＋－＠].*", Pattern.DOTALL);
    private static final Pattern DECIMAL = Pattern.compile("[+-]?[0-9]+(\\.[0-9]+)?");

    private FormulaGuard() {}

    static String added(String text) {
        boolean harmless =
                !FORMULA.matcher(text).matches() || DECIMAL.matcher(text).matches();
        return harmless ? text : "'" + text;
    }

    static String removed(String text) {
        return text.startsWith("'") && FORMULA.matcher(text).matches() ? text.substring(1) : text;
    }
}
