package tracker.schemas;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertTrue;

import java.nio.charset.StandardCharsets;
import java.security.MessageDigest;
import java.security.NoSuchAlgorithmException;
import java.util.HexFormat;
import java.util.List;
import org.apache.avro.Schema;
import org.apache.avro.SchemaCompatibility;
import org.apache.avro.SchemaCompatibility.SchemaCompatibilityType;
import org.apache.avro.SchemaNormalization;
import org.junit.jupiter.api.Test;

/** The wire contract: what was released stays as it was, and stays readable. */
class ReleasedSchemasTest {
    /** The fingerprints of the released schemas, oldest first. A line is added with a release; none is ever changed. */
    private static final List<String> FINGERPRINTS =
            List.of("3b758fedcfedd596", "5e1a5e583df0747e", "3bc9ea9c72a93e61");

    /** The same for archives, whose texts are frozen to the character: SHA-256. */
    private static final List<String> ARCHIVE_TEXTS =
            List.of("ef5afdfcb673bd178c73807e5161970e287966f914be04a0903335bc8f4a16cf");

    @Test
    void aReleasedArchiveSchemaIsFrozenToTheCharacter() {
        assertEquals(
                ARCHIVE_TEXTS,
                ReleasedSchemas.archiveTexts().stream()
                        .map(ReleasedSchemasTest::sha256)
                        .toList());
    }

    @Test
    void theArchiveSchemaInUseIsTheLastReleasedAndReadsEveryOne() {
        List<Schema> released = ReleasedSchemas.archives();
        assertEquals(fingerprint(released.get(released.size() - 1)), fingerprint(ArchiveEntry.getClassSchema()));
        released.forEach(writer -> assertEquals(
                SchemaCompatibilityType.COMPATIBLE,
                SchemaCompatibility.checkReaderWriterCompatibility(ArchiveEntry.getClassSchema(), writer)
                        .getType()));
    }

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

    private static String sha256(String text) {
        try {
            MessageDigest digest = MessageDigest.getInstance("SHA-256");
            return HexFormat.of().formatHex(digest.digest(text.getBytes(StandardCharsets.UTF_8)));
        } catch (NoSuchAlgorithmException everyJdkHasIt) {
            throw new IllegalStateException(everyJdkHasIt);
        }
    }

    @Test
    void noFigureIsAFloatingPointNumber() {
        assertTrue(ReleasedSchemas.events().stream()
                .map(Schema::toString)
                .noneMatch(schema -> schema.contains("\"double\"") || schema.contains("\"float\"")));
    }

    private static String fingerprint(Schema schema) {
        return "%016x".formatted(SchemaNormalization.parsingFingerprint64(schema));
    }
}
