package tracker.streams.topology;

import java.nio.charset.StandardCharsets;
import org.apache.kafka.common.header.Headers;
import org.apache.kafka.common.header.internals.RecordHeaders;
import org.apache.kafka.streams.processor.api.ProcessorContext;
import org.apache.kafka.streams.processor.api.Record;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;

/** Takes records that cannot be used out of the stream's way: kept whole, with the reason and where they came from. */
final class DeadLetters {
    static final String SINK = "dead-letters";
    private static final Logger LOG = LoggerFactory.getLogger(DeadLetters.class);

    private final ProcessorContext<String, byte[]> context;

    DeadLetters(ProcessorContext<String, byte[]> context) {
        this.context = context;
    }

    void send(Record<String, byte[]> record, RuntimeException reason) {
        String origin = context.recordMetadata()
                .map(metadata -> metadata.topic() + "-" + metadata.partition() + "@" + metadata.offset())
                .orElse("unknown");
        LOG.error("dead letter from {}: {}", origin, reason.getMessage());
        Headers headers = new RecordHeaders(record.headers());
        headers.add("tracker.reason", String.valueOf(reason.getMessage()).getBytes(StandardCharsets.UTF_8));
        headers.add("tracker.origin", origin.getBytes(StandardCharsets.UTF_8));
        context.forward(record.withHeaders(headers), SINK);
    }
}
