package tracker.api.tables;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.catchThrowableOfType;

import java.util.List;

/** Reads what must not be read. */
final class Refusals {
    private Refusals() {}

    static List<TableFault> of(String file, byte[] content, TableLimits limits) {
        UnreadableTableException refusal =
                catchThrowableOfType(UnreadableTableException.class, () -> Tables.read(file, content, limits));
        assertThat(refusal).isNotNull();
        assertThat(refusal.faults())
                .isNotEmpty()
                .allSatisfy(fault -> assertThat(fault.message().zh()).containsPattern("\\p{IsHan}"))
                .allSatisfy(fault -> assertThat(fault.message().en()).matches("[A-Z].*\\.|.*: .*"));
        return refusal.faults();
    }

    static List<String> codes(String file, byte[] content) {
        return of(file, content, TableLimits.DEFAULT).stream()
                .map(TableFault::code)
                .toList();
    }
}
