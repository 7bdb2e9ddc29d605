package tracker.api.tables;

import java.util.List;
import java.util.stream.Collectors;

/** A file is not to be read as tables, or not as the tables that it should hold. It says all that is wrong with it, up to the first hundred faults. */
public final class UnreadableTableException extends RuntimeException {
    private final transient List<TableFault> faults;

    public UnreadableTableException(List<TableFault> faults) {
        super(faults.stream().map(TableFault::toString).collect(Collectors.joining("\n")));
        this.faults = List.copyOf(faults);
    }

    public List<TableFault> faults() {
        return faults;
    }
}
