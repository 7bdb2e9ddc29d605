package tracker.streams.model;

import static org.assertj.core.api.Assertions.assertThat;

import java.time.Instant;
import java.util.HashMap;
import java.util.HashSet;
import java.util.List;
import java.util.Map;
import java.util.Set;
import tracker.streams.domain.event.Cause;
import tracker.streams.domain.event.Event;
import tracker.streams.domain.event.Fact;
import tracker.streams.domain.plan.WarningRule;

/** What must hold of any log, whatever happened. */
final class Log {
    private Log() {}

    /** Places without gaps, a clock that never goes back, and warnings that are raised, then updated, then cleared. */
    static void check(List<Event> events) {
        Map<String, Long> versions = new HashMap<>();
        Map<String, Cause> open = new HashMap<>();
        Set<String> ids = new HashSet<>();
        Instant last = Instant.EPOCH;
        for (int i = 0; i < events.size(); i++) {
            Event event = events.get(i);
            assertThat(event.position()).isEqualTo(i + 1);
            assertThat(event.version()).isEqualTo(versions.merge(event.subject().key(), 1L, Long::sum));
            assertThat(event.recordedAt()).isAfterOrEqualTo(last);
            assertThat(ids.add(event.id())).as("%s is new", event.id()).isTrue();
            last = event.recordedAt();
            warning(event, open);
        }
    }

    private static void warning(Event event, Map<String, Cause> open) {
        String subject = event.subject().key() + " ";
        if (event.fact() instanceof Fact.ProgressReported reported) {
            open.computeIfPresent(
                    subject + WarningRule.STALE, (key, cause) -> OpenAlarms.heard(cause, reported.report()));
        } else if (event.fact() instanceof Fact.ReportCorrected corrected) {
            open.computeIfPresent(
                    subject + WarningRule.STALE, (key, cause) -> OpenAlarms.heard(cause, corrected.report()));
        }
        if (event.fact() instanceof Fact.WarningRaised raised) {
            assertThat(open.put(subject + raised.rule(), raised.cause()))
                    .as("%s", event)
                    .isNull();
        } else if (event.fact() instanceof Fact.WarningUpdated updated) {
            Cause before = open.put(subject + updated.rule(), updated.cause());
            assertThat(before).as("%s", event).isNotNull().isNotEqualTo(updated.cause());
        } else if (event.fact() instanceof Fact.WarningCleared cleared) {
            assertThat(open.remove(subject + cleared.rule())).as("%s", event).isNotNull();
        }
    }
}
