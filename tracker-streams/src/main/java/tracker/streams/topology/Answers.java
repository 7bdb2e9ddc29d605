package tracker.streams.topology;

import java.nio.charset.StandardCharsets;
import java.time.Duration;
import java.util.ArrayList;
import java.util.List;
import org.apache.kafka.streams.state.KeyValueIterator;
import org.apache.kafka.streams.state.KeyValueStore;
import tracker.streams.codec.InternalJson;
import tracker.streams.codec.RawJson;
import tracker.streams.domain.command.Command;
import tracker.streams.domain.command.Result;

/**
 * What was answered to recent commands, by command id and by (subject, idempotency key). Rows are forgotten some at a time, as
 * commands come, once older than the retention: by the log's time, so that a replay forgets the same ones.
 */
public final class Answers {
    private static final String ANSWER = "c/";
    private static final String EXPIRY = "x/";
    private static final String AFTER_EXPIRY = "x0";
    private static final int HEX = 16;
    private static final int FORGET_AT_ONCE = 4;
    private static final InternalJson<Answer> JSON = new InternalJson<>(Answer.class);
    private static final InternalJson<Encoded> ENCODED = new InternalJson<>(Encoded.class);

    private final KeyValueStore<String, byte[]> store;
    private final Duration retention;
    /** No row is older: as long as this one is not, there is nothing to look for. */
    private long oldest = Long.MIN_VALUE;

    /** {@code keyRow} is null where the command had no idempotency key. */
    public record Answer(String payloadHash, Result result, String keyRow) {}

    /** The same, of a result that is encoded already. */
    private record Encoded(String payloadHash, RawJson result, String keyRow) {}

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

    /** {@code result} is the result's own JSON. */
    void remember(Command command, String payloadHash, byte[] result, long now) {
        String keyRow = keyRow(command);
        store.put(row(command.id()), ENCODED.encode(new Encoded(payloadHash, RawJson.of(result), keyRow)));
        if (keyRow != null) {
            store.put(keyRow, command.id().getBytes(StandardCharsets.UTF_8));
        }
        store.put(expiryRow(now) + command.id(), new byte[0]);
        oldest = Math.min(oldest, now);
        forget(now - retention.toMillis());
    }

    private void forget(long before) {
        if (before <= 0 || before <= oldest) {
            return;
        }
        List<String> expired = expired(before);
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

    private List<String> expired(long before) {
        List<String> expired = new ArrayList<>();
        try (KeyValueIterator<String, byte[]> rows = store.range(EXPIRY, AFTER_EXPIRY)) {
            while (rows.hasNext() && expired.size() < FORGET_AT_ONCE) {
                String row = rows.next().key;
                oldest = Long.parseLong(row, EXPIRY.length(), expiryRow(0).length() - 1, HEX);
                if (oldest >= before) {
                    return expired;
                }
                expired.add(row);
            }
        }
        return expired;
    }

    private static String keyRow(Command command) {
        return command.idempotencyKey() == null
                ? null
                : "k/" + command.subject().key() + "/" + command.idempotencyKey();
    }

    private static String expiryRow(long time) {
        return EXPIRY + ViewKeys.hex(time) + "/";
    }

    private static String text(byte[] bytes) {
        return new String(bytes, StandardCharsets.UTF_8);
    }
}
