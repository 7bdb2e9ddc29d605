package tracker.api.backup;

import java.io.IOException;
import java.util.concurrent.atomic.AtomicReference;
import org.apache.kafka.clients.producer.KafkaProducer;
import org.apache.kafka.clients.producer.ProducerRecord;

/** Sends many records in their order, and tells at the end whether all of them have arrived. */
final class Sending {
    private final KafkaProducer<String, byte[]> producer;
    private final AtomicReference<Exception> failure = new AtomicReference<>();

    Sending(KafkaProducer<String, byte[]> producer) {
        this.producer = producer;
    }

    void send(ProducerRecord<String, byte[]> entry) throws IOException {
        check();
        producer.send(entry, (sent, failed) -> {
            if (failed != null) {
                failure.compareAndSet(null, failed);
            }
        });
    }

    void finish() throws IOException {
        producer.flush();
        check();
    }

    private void check() throws IOException {
        if (failure.get() != null) {
            throw new IOException("the brokers did not take a record", failure.get());
        }
    }
}
