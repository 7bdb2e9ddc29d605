package tracker.api;

import java.util.ArrayDeque;
import java.util.Deque;

/** Parts that are closed in the opposite order, each of them whatever becomes of the others. */
final class Closing implements AutoCloseable {
    private final Deque<AutoCloseable> parts = new ArrayDeque<>();

    void add(AutoCloseable part) {
        parts.push(part);
    }

    @Override
    public void close() {
        while (!parts.isEmpty()) {
            quietly(parts.pop());
        }
    }

    static void quietly(AutoCloseable part) {
        try {
            part.close();
        } catch (Exception fault) {
            // The rest must be closed all the same.
            System.err.println(fault);
        }
    }
}
