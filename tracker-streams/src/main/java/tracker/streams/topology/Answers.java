package tracker.streams.topology;

import java.nio.charset.StandardCharsets;
import java.time.Duration;
import java.util.ArrayList;
import java.util.List;
import org.apache.kafka.streams.KeyValue;
import org.apache.kafka.streams.state.KeyValueIterator;
import org.apache.kafka.streams.state.KeyValueStore;
import tracker.streams.codec.InternalJson;
import tracker.streams.domain.command.Command;
import tracker.streams.domain.command.Result;

/**
 * What was answered to recent commands, by command id and by (subject, idempotency key). Rows are forgotten some at a time, as
 * commands come, once older than the retention: by the log's time, so that a replay forgets the same ones.
 */
public final class Answers {
    private static final String ANSWER = "c/";
    private static final int FORGET_AT_ONCE = 4;
    private static final InternalJson<Answer> JSON = new InternalJson<>(Answer.class);

    private final KeyValueStore<String, byte[]> store;
    private final Duration retention;

    /** {@code keyRow} is null where the command had no idempotency key. */
    public record Answer(String payloadHash, Result result, String keyRow) {}

    Answers(KeyValueStore<String, byte[]> store, Duration retention) {
        this.store = store;
        this.retention = retention;
    }

    /** Whether a row of that store is an answer, and not one by which answers are found. */
    public static boolean isAnswer(String row) {
        return row.startsWith(ANSWER);
    }

    /** The row of a command's answer in the store {@link CommandTopology#ANSWERS}. */
    public static String row(String commandId) {
        return ANSWER + commandId;
    }

    public static Answer decode(byte[] row) {
        return JSON.decode(row);
    }

    /** Null where neither this command nor one with its key was answered lately. */
    Answer find(Command command) {
        String keyRow = keyRow(command);
        byte[] sameKey = keyRow == null ? null : store.get(keyRow);
        return decode(sameKey == null ? store.get(row(command.id())) : store.get(row(text(sameKey))));
    }

    void remember(Command command, String payloadHash, Result result, long now) {
        String keyRow = keyRow(command);
        store.put(row(command.id()), JSON.encode(new Answer(payloadHash, result, keyRow)));
        if (keyRow != null) {
            store.put(keyRow, command.id().getBytes(StandardCharsets.UTF_8));
        }
        store.put(expiryRow(now) + command.id(), new byte[0]);
        forget(now - retention.toMillis());
    }

    private void forget(long before) {
        if (before <= 0) {
            return;
        }
        List<String> expired = new ArrayList<>();
        try (KeyValueIterator<String, byte[]> rows = store.range("x/", expiryRow(before))) {
            while (rows.hasNext() && expired.size() < FORGET_AT_ONCE) {
                KeyValue<String, byte[]> row = rows.next();
                expired.add(row.key);
            }
        }
        for (String row : expired) {
            String answerRow = row(row.substring(expiryRow(0).length()));
            Answer answer = decode(store.get(answerRow));
            if (answer != null && answer.keyRow() != null) {
                store.delete(answer.keyRow());
            }
            store.delete(answerRow);
            store.delete(row);
        }
    }

    private static String keyRow(Command command) {
        return command.idempotencyKey() == null
                ? null
                : "k/" + command.subject().key() + "/" + command.idempotencyKey();
    }

    private static String expiryRow(long time) {
        return "x/%016x/".formatted(time);
    }

    private static String text(byte[] bytes) {
        return new String(bytes, StandardCharsets.UTF_8);
    }
}
