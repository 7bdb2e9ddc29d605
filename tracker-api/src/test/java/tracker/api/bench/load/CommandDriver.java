package tracker.api.bench.load;

import java.nio.charset.StandardCharsets;
import java.time.Duration;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.UUID;
import java.util.concurrent.Semaphore;
import org.apache.kafka.clients.consumer.ConsumerConfig;
import org.apache.kafka.clients.consumer.ConsumerRecord;
import org.apache.kafka.clients.consumer.KafkaConsumer;
import org.apache.kafka.clients.producer.KafkaProducer;
import org.apache.kafka.clients.producer.ProducerConfig;
import org.apache.kafka.clients.producer.ProducerRecord;
import org.apache.kafka.common.TopicPartition;
import org.apache.kafka.common.serialization.ByteArrayDeserializer;
import org.apache.kafka.common.serialization.ByteArraySerializer;
import org.apache.kafka.common.serialization.StringDeserializer;
import org.apache.kafka.common.serialization.StringSerializer;
import tracker.api.bench.ground.Latencies;
import tracker.api.bench.ground.Lines;
import tracker.streams.codec.InternalJson;
import tracker.streams.domain.SubjectId;
import tracker.streams.domain.command.Command;
import tracker.streams.domain.command.Intent;
import tracker.streams.domain.command.Result;
import tracker.streams.topology.PlanPartitioner;
import tracker.streams.topology.Topics;

/**
 * Puts commands on the log and waits for their committed results, as the tracker's own nodes do, without HTTP. Arguments: brokers,
 * partitions, plans. Is told {@code many COUNT}, {@code at MOST-AT-ONCE COUNT} and {@code one COUNT}, where what the reports are of goes on from
 * call to call; {@code hot COUNT PLAN}, of one plan that was not asked for so yet; and {@code file MONTH}, where each plan reports that month of
 * all that it has with one command, as offices do that send a file.
 */
public final class CommandDriver {
    private static final InternalJson<Command> COMMANDS = new InternalJson<>(Command.class);
    private static final InternalJson<Result> RESULTS = new InternalJson<>(Result.class);
    /** More than a commit takes along, less than a queue that only grows. */
    private static final int UNDER_WAY = 20_000;

    /** The month from which one plan alone is reported on: the others do not come so far. */
    private static final int HOT_FROM = 24;

    /** In which a result says what it is. */
    private static final int HEAD_BYTES = 400;

    private final MadePlans made = new MadePlans();
    private final KafkaProducer<String, byte[]> producer;
    private final KafkaConsumer<String, byte[]> results;
    private final int partitions;
    private final int plans;
    private int next;

    private record Ready(String key, byte[] command) {}

    private CommandDriver(String bootstrap, int partitions, int plans) {
        this.partitions = partitions;
        this.plans = plans;
        producer = new KafkaProducer<>(
                Map.of(
                        ProducerConfig.BOOTSTRAP_SERVERS_CONFIG, bootstrap,
                        ProducerConfig.BATCH_SIZE_CONFIG, 1 << 16,
                        ProducerConfig.LINGER_MS_CONFIG, 0,
                        ProducerConfig.MAX_REQUEST_SIZE_CONFIG, 16 << 20,
                        ProducerConfig.BUFFER_MEMORY_CONFIG, 64L << 20),
                new StringSerializer(),
                new ByteArraySerializer());
        results = new KafkaConsumer<>(
                Map.of(
                        ConsumerConfig.BOOTSTRAP_SERVERS_CONFIG,
                        bootstrap,
                        ConsumerConfig.MAX_POLL_RECORDS_CONFIG,
                        5_000,
                        ConsumerConfig.ISOLATION_LEVEL_CONFIG,
                        "read_committed"),
                new StringDeserializer(),
                new ByteArrayDeserializer());
        List<TopicPartition> all = new ArrayList<>();
        for (int partition = 0; partition < partitions; partition++) {
            all.add(new TopicPartition(Topics.RESULTS, partition));
        }
        results.assign(all);
        skipAnswered();
    }

    private void skipAnswered() {
        results.seekToEnd(results.assignment());
        results.assignment().forEach(results::position);
    }

    public static void main(String[] arguments) throws Exception {
        CommandDriver driver =
                new CommandDriver(arguments[0], Integer.parseInt(arguments[1]), Integer.parseInt(arguments[2]));
        driver.register();
        Lines.serve(driver::run);
    }

    private Object run(List<String> words) throws InterruptedException {
        int count = Integer.parseInt(words.get(1));
        return switch (words.get(0)) {
            case "many" -> many(count, UNDER_WAY);
            case "at" -> many(Integer.parseInt(words.get(2)), count);
            case "one" -> one(count);
            case "hot" -> perSecond(hot(count, Integer.parseInt(words.get(2))), UNDER_WAY);
            case "file" -> filed(files(count));
            default -> throw new IllegalArgumentException(words.get(0));
        };
    }

    /** One plan more than there are reports on: for who has something else to do with it. */
    private void register() throws InterruptedException {
        List<Ready> all = new ArrayList<>();
        for (int plan = 0; plan <= plans; plan++) {
            all.add(batch(plan, made.registration(plan)));
        }
        send(all, UNDER_WAY);
    }

    /** Updates per second, from the first that is sent to the last result that is read. */
    private String many(int count, int atOnce) throws InterruptedException {
        return perSecond(reports(count), atOnce);
    }

    /** Of all that is in the files. */
    private String filed(List<Ready> files) throws InterruptedException {
        return String.valueOf(Math.round(files.size() * made.subjects() / send(files, UNDER_WAY)));
    }

    private String perSecond(List<Ready> all, int atOnce) throws InterruptedException {
        return String.valueOf(Math.round(all.size() / send(all, atOnce)));
    }

    /** Each update is sent when the one before is answered. */
    private Latencies one(int count) {
        Latencies took = new Latencies();
        for (Ready one : reports(count)) {
            long began = System.nanoTime();
            producer.send(record(one), (metadata, fault) -> failOn(fault));
            long heard = 0;
            while (heard == 0) {
                for (ConsumerRecord<String, byte[]> result : results.poll(Duration.ofSeconds(1))) {
                    heard += accepted(result);
                }
            }
            took.add(System.nanoTime() - began);
        }
        return took;
    }

    /** Seconds until all are answered. What others were answered meanwhile counts for nothing. */
    private double send(List<Ready> all, int atOnce) throws InterruptedException {
        skipAnswered();
        Semaphore free = new Semaphore(atOnce);
        long began = System.nanoTime();
        Thread sender = new Thread(() -> {
            for (Ready one : all) {
                free.acquireUninterruptibly();
                producer.send(record(one), (metadata, fault) -> failOn(fault));
            }
        });
        sender.start();
        long heard = 0;
        while (heard < all.size()) {
            int polled = 0;
            for (ConsumerRecord<String, byte[]> result : results.poll(Duration.ofSeconds(1))) {
                polled += accepted(result);
            }
            free.release(polled);
            heard += polled;
        }
        double seconds = (System.nanoTime() - began) / 1e9;
        sender.join();
        return seconds;
    }

    private List<Ready> reports(int count) {
        List<Ready> all = new ArrayList<>(count);
        int subjects = made.subjects();
        for (int number = 0; number < count; number++, next++) {
            all.add(report(next % plans, next / plans % subjects, next / plans / subjects));
        }
        return all;
    }

    private List<Ready> hot(int count, int plan) {
        List<Ready> all = new ArrayList<>(count);
        for (int number = 0; number < count; number++) {
            all.add(report(plan, number % made.subjects(), HOT_FROM + number / made.subjects()));
        }
        return all;
    }

    private List<Ready> files(int month) {
        List<Ready> all = new ArrayList<>(plans);
        for (int plan = 0; plan < plans; plan++) {
            all.add(batch(plan, made.file(plan, month)));
        }
        return all;
    }

    private static Ready batch(int plan, Intent.Batch batch) {
        return ready(new Command(
                id(plan), SubjectId.ofPlan(MadePlans.plan(plan)), MadePlans.OFFICE, null, null, null, batch));
    }

    private Ready report(int plan, int index, int month) {
        return ready(new Command(
                id(plan),
                made.subject(plan, index),
                MadePlans.OFFICE,
                null,
                UUID.randomUUID().toString(),
                null,
                new Intent.ReportProgress(made.report(index, month))));
    }

    private static String id(int plan) {
        return MadePlans.plan(plan) + "~" + UUID.randomUUID();
    }

    private static Ready ready(Command command) {
        return new Ready(command.subject().key(), COMMANDS.encode(command));
    }

    private ProducerRecord<String, byte[]> record(Ready one) {
        return new ProducerRecord<>(
                Topics.COMMANDS, PlanPartitioner.partition(one.key(), partitions), one.key(), one.command());
    }

    /** 1: a result that says anything else would make the figures worthless. Looked into only where it may be one. */
    private static int accepted(ConsumerRecord<String, byte[]> result) {
        if (new String(result.value(), 0, Math.min(result.value().length, HEAD_BYTES), StandardCharsets.UTF_8)
                .contains("\"Refused\"")) {
            throw new IllegalStateException(String.valueOf(RESULTS.decode(result.value())));
        }
        return 1;
    }

    private static void failOn(Exception fault) {
        if (fault != null) {
            fault.printStackTrace();
            System.exit(1);
        }
    }
}
