package tracker.streams.topology;

import static org.assertj.core.api.Assertions.assertThat;

import java.nio.charset.StandardCharsets;
import java.time.Instant;
import java.util.ArrayList;
import java.util.List;
import org.apache.kafka.common.header.Headers;
import org.apache.kafka.common.header.internals.RecordHeaders;
import org.apache.kafka.common.serialization.ByteArrayDeserializer;
import org.apache.kafka.common.serialization.ByteArraySerializer;
import org.apache.kafka.common.serialization.StringDeserializer;
import org.apache.kafka.common.serialization.StringSerializer;
import org.apache.kafka.streams.TopologyTestDriver;
import org.apache.kafka.streams.test.TestRecord;
import org.junit.jupiter.api.Test;
import org.slf4j.MDC;
import tracker.streams.codec.EventCodec;
import tracker.streams.codec.InternalJson;
import tracker.streams.domain.Given;
import tracker.streams.domain.RequestId;
import tracker.streams.domain.SubjectId;
import tracker.streams.domain.command.Command;
import tracker.streams.domain.command.Intent;
import tracker.streams.domain.command.Result;

/** Who looks on sees each decision, and changes not one byte of what is recorded. */
class DecisionObserverTest {
    private static final InternalJson<Command> COMMANDS = new InternalJson<>(Command.class);

    private final List<String> seen = new ArrayList<>();

    @Test
    void theSameBytesAreRecordedWhoeverLooksOn() {
        List<TestRecord<String, byte[]>> alone = events(DecisionObserver.NONE, "");
        List<TestRecord<String, byte[]>> observed = events(this::watching, "r-1");
        assertThat(alone).isNotEmpty().hasSameSizeAs(observed);
        for (int i = 0; i < alone.size(); i++) {
            assertThat(observed.get(i).value()).isEqualTo(alone.get(i).value());
            assertThat(observed.get(i).timestamp()).isEqualTo(alone.get(i).timestamp());
            assertThat(alone.get(i).headers()).isEmpty();
            assertThat(text(observed.get(i).headers(), "traceparent")).isEqualTo("decided");
        }
        assertThat(seen).containsExactly("r-1 c1");
        assertThat(MDC.get(RequestId.FIELD)).isNull();
    }

    @Test
    void aDeadLetterIsToldOfAndForeignIdsAreNotLogged() {
        try (TopologyTestDriver driver = driver(this::watching)) {
            input(driver, "x", new byte[] {1, 2, 3}, "no id\nFAKE LINE");
        }
        assertThat(seen).containsExactly("null unusable");
    }

    private DecisionObserver.Observed watching(Headers command) {
        return new DecisionObserver.Observed() {
            @Override
            public Headers decided(Result result) {
                seen.add(MDC.get(RequestId.FIELD) + " " + result.commandId());
                return new RecordHeaders().add("traceparent", "decided".getBytes(StandardCharsets.UTF_8));
            }

            @Override
            public void unusable(RuntimeException reason) {
                seen.add(MDC.get(RequestId.FIELD) + " unusable");
            }
        };
    }

    private static List<TestRecord<String, byte[]>> events(DecisionObserver observer, String requestId) {
        SubjectId plan = SubjectId.ofPlan(Given.PLAN);
        Command command =
                new Command("c1", plan, Given.OFFICE, null, null, null, new Intent.RegisterPlan(Given.plan()));
        try (TopologyTestDriver driver = driver(observer)) {
            input(driver, plan.key(), COMMANDS.encode(command), requestId);
            return driver.createOutputTopic(Topics.EVENTS, new StringDeserializer(), new ByteArrayDeserializer())
                    .readRecordsToList();
        }
    }

    private static void input(TopologyTestDriver driver, String key, byte[] value, String requestId) {
        Headers headers = new RecordHeaders();
        headers.add(CommandHeaders.REQUEST, requestId.getBytes(StandardCharsets.UTF_8));
        driver.createInputTopic(Topics.COMMANDS, new StringSerializer(), new ByteArraySerializer())
                .pipeInput(new TestRecord<>(key, value, headers, Instant.parse("2026-01-01T00:00:00Z")));
    }

    private static TopologyTestDriver driver(DecisionObserver observer) {
        return Pipeline.driver(Pipeline.topology(new EventCodec(), observer));
    }

    private static String text(Headers headers, String name) {
        return new String(headers.lastHeader(name).value(), StandardCharsets.UTF_8);
    }
}
