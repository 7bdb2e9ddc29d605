package tracker.streams.topology;

import java.nio.charset.StandardCharsets;
import org.apache.kafka.streams.processor.api.Processor;
import org.apache.kafka.streams.processor.api.ProcessorContext;
import org.apache.kafka.streams.processor.api.Record;
import org.apache.kafka.streams.processor.api.RecordMetadata;
import org.apache.kafka.streams.state.KeyValueStore;
import tracker.streams.audit.Checkpoint;
import tracker.streams.audit.SignedNote;

/** Keeps what was signed, all of it: two checkpoints of one size stay beside each other, for they may contradict each other. */
final class CheckpointProcessor implements Processor<String, byte[], String, byte[]> {
    private ProcessorContext<String, byte[]> context;
    private KeyValueStore<String, byte[]> checkpoints;
    private DeadLetters deadLetters;

    @Override
    public void init(ProcessorContext<String, byte[]> context) {
        this.context = context;
        checkpoints = context.getStateStore(ViewTopology.CHECKPOINTS);
        deadLetters = new DeadLetters(context);
    }

    @Override
    public void process(Record<String, byte[]> record) {
        long size;
        try {
            SignedNote note = SignedNote.parse(new String(record.value(), StandardCharsets.UTF_8));
            size = Checkpoint.parse(note.text()).size();
        } catch (RuntimeException unusable) {
            deadLetters.send(record, unusable);
            return;
        }
        long offset = context.recordMetadata().map(RecordMetadata::offset).orElse(0L);
        checkpoints.put(ViewKeys.checkpoint(size, offset), record.value());
    }
}
