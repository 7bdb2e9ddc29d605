package tracker.api.webhooks;

import java.time.Duration;
import java.util.Collection;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.TreeMap;
import java.util.concurrent.CompletableFuture;
import java.util.concurrent.ConcurrentHashMap;
import java.util.concurrent.ConcurrentSkipListMap;
import java.util.concurrent.ExecutionException;
import java.util.concurrent.TimeUnit;
import java.util.concurrent.TimeoutException;
import java.util.function.BiConsumer;
import tracker.api.view.NotReadyException;
import tracker.streams.codec.InternalJson;

/** The webhooks as they are kept in {@link Rows}: the whole table in memory on each node, written through. */
public final class WebhookTable implements AutoCloseable {
    private static final Duration WITHIN = Duration.ofSeconds(10);
    private static final String NOT_WRITTEN = "the webhook could not be written down";
    private static final InternalJson<Webhook> WEBHOOKS = new InternalJson<>(Webhook.class);
    private static final InternalJson<Progress> PROGRESS = new InternalJson<>(Progress.class);
    private static final InternalJson<DeadLetter> DEAD_LETTERS = new InternalJson<>(DeadLetter.class);
    private static final InternalJson<Remembered> ANSWERS = new InternalJson<>(Remembered.class);

    private final Rows rows;
    /** By plan and id, in order. */
    private final Map<String, Held> webhooks = new ConcurrentSkipListMap<>();

    private final Map<String, Remembered> answers = new ConcurrentHashMap<>();
    private volatile BiConsumer<String, String> changed = (plan, id) -> {};

    public WebhookTable(Rows rows) {
        this.rows = rows;
    }

    /** {@code changed} hears of every webhook, by plan and id, that anything is new of; it must not wait. */
    public void start(BiConsumer<String, String> changed) {
        this.changed = changed;
        rows.start(this::apply);
    }

    /** Whether what was there at the start is known. */
    boolean isRead() {
        return rows.caughtUp().isDone();
    }

    /** Empty where there is none, or none any more. */
    public Optional<Held> find(String plan, String id) {
        requireRead();
        return Optional.ofNullable(webhooks.get(plan + "/" + id)).filter(held -> held.webhook() != null);
    }

    public List<Held> of(String plan) {
        requireRead();
        return webhooks.values().stream()
                .filter(held -> held.webhook() != null && held.webhook().plan().equals(plan))
                .toList();
    }

    Collection<Held> all() {
        return webhooks.values();
    }

    Optional<Remembered> answer(String plan, String request) {
        requireRead();
        return Optional.ofNullable(answers.get(RowKeys.answer(plan, request)));
    }

    /** What is remembered of a plan's requests, by row. */
    Map<String, Remembered> answers(String plan) {
        Map<String, Remembered> found = new TreeMap<>(answers);
        found.keySet().removeIf(key -> !key.startsWith(plan + "/"));
        return found;
    }

    void put(Webhook webhook) {
        write(RowKeys.webhook(webhook.plan(), webhook.id()), WEBHOOKS.encode(webhook));
    }

    void put(Webhook of, Progress progress) {
        write(RowKeys.progress(of.plan(), of.id()), PROGRESS.encode(progress));
    }

    void put(Webhook of, DeadLetter letter) {
        write(RowKeys.dead(of.plan(), of.id(), letter.position()), DEAD_LETTERS.encode(letter));
    }

    void putAll(Webhook of, Collection<DeadLetter> letters) {
        requireRead();
        await(
                CompletableFuture.allOf(letters.stream()
                        .map(letter -> rows.put(
                                RowKeys.dead(of.plan(), of.id(), letter.position()), DEAD_LETTERS.encode(letter)))
                        .toArray(CompletableFuture<?>[]::new)),
                NOT_WRITTEN);
    }

    void remove(Webhook of, DeadLetter letter) {
        write(RowKeys.dead(of.plan(), of.id(), letter.position()), null);
    }

    void put(String plan, String request, Remembered answer) {
        write(RowKeys.answer(plan, request), ANSWERS.encode(answer));
    }

    /** Forgets a row of {@link #answers}. */
    void forget(String row) {
        write(row, null);
    }

    /** The webhook first: who falls in between leaves rows of none, and they are swept away. */
    void remove(String plan, String id) {
        write(RowKeys.webhook(plan, id), null);
        sweep(plan, id);
    }

    /** Takes away what is left of a webhook that is no more. */
    void sweep(String plan, String id) {
        Held left = webhooks.get(plan + "/" + id);
        if (left == null || left.webhook() != null) {
            return;
        }
        left.deadLetters().keySet().forEach(position -> write(RowKeys.dead(plan, id, position), null));
        write(RowKeys.progress(plan, id), null);
    }

    @Override
    public void close() {
        rows.close();
    }

    private void write(String key, byte[] value) {
        requireRead();
        await(rows.put(key, value), NOT_WRITTEN);
    }

    private static void await(CompletableFuture<Void> written, String otherwise) {
        try {
            written.get(WITHIN.toMillis(), TimeUnit.MILLISECONDS);
        } catch (ExecutionException | TimeoutException failed) {
            throw new NotReadyException(otherwise);
        } catch (InterruptedException interrupted) {
            Thread.currentThread().interrupt();
            throw new NotReadyException("interrupted");
        }
    }

    private void requireRead() {
        await(rows.caughtUp(), "the webhooks are being read");
    }

    private void apply(String key, byte[] value) {
        RowKeys row = RowKeys.parse(key);
        if (row.what() == RowKeys.What.ANSWER) {
            answers.compute(key, (same, before) -> ANSWERS.decode(value));
            return;
        }
        webhooks.compute(row.plan() + "/" + row.webhook(), (same, before) -> next(before, row, value));
        changed.accept(row.plan(), row.webhook());
    }

    /** Null where nothing is left. */
    private static Held next(Held before, RowKeys row, byte[] value) {
        Held held = before == null ? new Held(null, null, new TreeMap<>()) : before;
        Held after;
        switch (row.what()) {
            case WEBHOOK -> after = new Held(WEBHOOKS.decode(value), held.kept(), held.deadLetters());
            case PROGRESS -> after = new Held(held.webhook(), PROGRESS.decode(value), held.deadLetters());
            default -> {
                TreeMap<Long, DeadLetter> letters = new TreeMap<>(held.deadLetters());
                letters.remove(row.position());
                if (value != null) {
                    letters.put(row.position(), DEAD_LETTERS.decode(value));
                }
                after = new Held(held.webhook(), held.kept(), letters);
            }
        }
        boolean empty = after.webhook() == null
                && after.kept() == null
                && after.deadLetters().isEmpty();
        return empty ? null : after;
    }
}
