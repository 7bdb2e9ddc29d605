package tracker.api.registration;

import java.math.BigDecimal;
import java.time.DateTimeException;
import java.time.LocalDate;
import java.time.ZoneId;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import java.util.function.Function;
import tracker.api.tables.Row;
import tracker.api.tables.TableFault;
import tracker.streams.domain.Figures;
import tracker.streams.domain.Labelled;
import tracker.streams.domain.Text;

/** Reads one row cell by cell. What is wrong is added to the faults, and read as null: nothing may be made of it then. */
public final class RowReader {
    private final String table;
    private final Row row;
    private final List<TableFault> faults;

    public RowReader(String table, Row row, List<TableFault> faults) {
        this.table = table;
        this.row = row;
        this.faults = faults;
    }

    public int number() {
        return row.number();
    }

    /** Null where the cell is empty. */
    public String text(String column) {
        return row.cell(column);
    }

    public String required(String column) {
        String text = row.cell(column);
        if (text == null) {
            fault(column, "required", "必填。", "It is required.");
        }
        return text;
    }

    public Text bilingual(String column) {
        return new Text(required(column + "_zh"), required(column + "_en"));
    }

    /** Null where neither language says anything. */
    public Text optionalBilingual(String column) {
        return text(column + "_zh") == null && text(column + "_en") == null ? null : bilingual(column);
    }

    /** Null where the cell is empty. */
    public BigDecimal decimal(String column) {
        String text = row.cell(column);
        Optional<BigDecimal> value = text == null ? Optional.empty() : Figures.parse(text);
        if (text != null && value.isEmpty()) {
            fault(column, "not-a-number", "不是数字。", "It is not a number.");
        } else if (value.isPresent() && !Figures.withinDigits(value.get())) {
            fault(column, "too-many-digits", "超过 30 位数字。", "More than 30 digits.");
            return null;
        }
        return value.orElse(null);
    }

    public BigDecimal requiredDecimal(String column) {
        return required(column) == null ? null : decimal(column);
    }

    /** {@code absent} where the cell is empty or wrong. */
    public int integer(String column, int absent) {
        Integer value = parse(column, Integer::valueOf, "not-an-integer", "不是整数。", "It is not a whole number.");
        return value == null ? absent : value;
    }

    public LocalDate date(String column) {
        return parse(column, LocalDate::parse, "not-a-date", "日期须形如 2025-12-31。", "A day is written 2025-12-31.");
    }

    public ZoneId zone(String column) {
        return parse(column, ZoneId::of, "unknown-time-zone", "没有这个时区。", "There is no such time zone.");
    }

    /** False where the cell is empty. */
    public boolean flag(String column) {
        Boolean value = parse(
                column,
                text -> switch (text) {
                    case "true", "TRUE" -> true;
                    case "false", "FALSE" -> false;
                    default -> throw new IllegalArgumentException(text);
                },
                "not-a-flag",
                "须为 true 或 false。",
                "It is true or false.");
        return value != null && value;
    }

    /** Null where the cell is empty. */
    public <E extends Enum<E> & Labelled> E labelled(Class<E> type, String column) {
        return parse(column, label -> Labelled.of(type, label), "unknown-word", "没有这个取值。", "There is no such value.");
    }

    public <E extends Enum<E> & Labelled> E requiredLabelled(Class<E> type, String column) {
        return required(column) == null ? null : labelled(type, column);
    }

    /** What semicolons separate; none where the cell is empty. */
    public List<String> list(String column) {
        String text = row.cell(column);
        List<String> words = new ArrayList<>();
        for (String word : text == null ? new String[0] : text.split("[;；]")) {
            if (!word.isBlank()) {
                words.add(word.strip());
            }
        }
        return words;
    }

    /** Null where the cell is empty, or {@code parser} refuses it with an exception. */
    public <T> T parse(String column, Function<String, T> parser, String code, String zh, String en) {
        String text = row.cell(column);
        try {
            return text == null ? null : parser.apply(text);
        } catch (IllegalArgumentException | DateTimeException wrong) {
            fault(column, code, zh, en);
            return null;
        }
    }

    public void fault(String column, String code, String zh, String en) {
        faults.add(new TableFault(table, row.number(), column, code, new Text(zh, en)));
    }
}
