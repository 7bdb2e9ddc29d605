package tracker.api.bulk;

import tracker.streams.domain.Labelled;

/** How far an import is: {@code read} of {@code rows} rows; {@code outcome} is null until it is done. */
public record ImportProgress(State state, int read, int rows, Imports.Outcome outcome) {
    public enum State implements Labelled {
        READING,
        DECIDING,
        DONE;

        @Override
        public String label() {
            return Labelled.fromName(this);
        }
    }

    static ImportProgress reading(int read, int rows) {
        return new ImportProgress(State.READING, read, rows, null);
    }

    static ImportProgress deciding(int rows) {
        return new ImportProgress(State.DECIDING, rows, rows, null);
    }

    static ImportProgress done(int rows, Imports.Outcome outcome) {
        return new ImportProgress(State.DONE, rows, rows, outcome);
    }
}
