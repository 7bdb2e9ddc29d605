package tracker.api.access.session;

import com.fasterxml.jackson.core.type.TypeReference;
import com.fasterxml.jackson.databind.ObjectMapper;
import com.fasterxml.jackson.databind.SerializationFeature;
import com.fasterxml.jackson.databind.json.JsonMapper;
import com.fasterxml.jackson.datatype.jsr310.JavaTimeModule;
import jakarta.inject.Singleton;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.file.Files;
import java.nio.file.NoSuchFileException;
import java.nio.file.Path;
import java.util.Collection;
import java.util.List;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;
import tracker.api.OwnerFile;
import tracker.api.TrackerSettings;

/** Keeps the sessions over a restart, in {@code sessions.json} of the data directory: readable by its owner alone, and without any secret. */
@Singleton
final class SessionFile {
    private static final Logger LOG = LoggerFactory.getLogger(SessionFile.class);
    private static final ObjectMapper MAPPER = JsonMapper.builder()
            .addModule(new JavaTimeModule())
            .disable(SerializationFeature.WRITE_DATES_AS_TIMESTAMPS)
            .build();

    private final Path file;

    SessionFile(TrackerSettings settings) {
        file = settings.dataDirectory().resolve("sessions.json");
    }

    /** None where they cannot be read: everybody signs in again. */
    List<Session> read() {
        try {
            return MAPPER.readValue(Files.readAllBytes(file), new TypeReference<List<Session>>() {});
        } catch (NoSuchFileException none) {
            return List.of();
        } catch (IOException unreadable) {
            LOG.warn(
                    "the sessions cannot be read, all have ended: {}",
                    unreadable.getClass().getSimpleName());
            return List.of();
        }
    }

    void write(Collection<Session> sessions) {
        try {
            OwnerFile.write(file, MAPPER.writeValueAsBytes(sessions));
        } catch (IOException impossibleInMemory) {
            throw new UncheckedIOException(impossibleInMemory);
        }
    }
}
