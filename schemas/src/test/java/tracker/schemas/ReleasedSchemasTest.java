package tracker.schemas;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertTrue;

import java.util.List;
import org.apache.avro.Schema;
import org.apache.avro.SchemaCompatibility;
import org.apache.avro.SchemaCompatibility.SchemaCompatibilityType;
import org.apache.avro.SchemaNormalization;
import org.junit.jupiter.api.Test;

/** The wire contract: what was released stays as it was, and stays readable. */
class ReleasedSchemasTest {
    /** The fingerprints of the released schemas, oldest first. A line is added with a release; none is ever changed. */
    private static final List<String> FINGERPRINTS = List.of("3b758fedcfedd596", "5e1a5e583df0747e");

    @Test
    void aReleasedSchemaIsFrozen() {
        assertEquals(
                FINGERPRINTS,
                ReleasedSchemas.events().stream()
                        .map(ReleasedSchemasTest::fingerprint)
                        .toList());
    }

    @Test
    void theSchemaInUseIsTheLastReleased() {
        List<Schema> released = ReleasedSchemas.events();
        assertEquals(fingerprint(released.get(released.size() - 1)), fingerprint(TrackerEvent.getClassSchema()));
    }

    @Test
    void theSchemaInUseReadsEveryReleasedOne() {
        assertTrue(ReleasedSchemas.events().stream()
                .allMatch(writer ->
                        SchemaCompatibility.checkReaderWriterCompatibility(TrackerEvent.getClassSchema(), writer)
                                        .getType()
                                == SchemaCompatibilityType.COMPATIBLE));
    }

    private static String fingerprint(Schema schema) {
        return "%016x".formatted(SchemaNormalization.parsingFingerprint64(schema));
    }
}
