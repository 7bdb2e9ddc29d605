package tracker.streams.model;

import static org.assertj.core.api.Assertions.assertThat;

import com.fasterxml.jackson.databind.JsonNode;
import java.nio.charset.StandardCharsets;
import java.time.Instant;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.TreeMap;
import org.apache.kafka.streams.test.TestRecord;
import tracker.streams.codec.EventCodec;
import tracker.streams.domain.command.Command;
import tracker.streams.domain.command.Refusal.Code;
import tracker.streams.domain.command.Result;
import tracker.streams.domain.event.Event;
import tracker.streams.domain.event.Hash;
import tracker.streams.domain.state.Subject;
import tracker.streams.domain.view.PlanView;
import tracker.streams.domain.view.Standing;
import tracker.streams.domain.view.Views;
import tracker.streams.topology.PlanSums;
import tracker.streams.topology.ViewRow;

/** Tells the history to both topologies too: bytes in, bytes out, with stores between. */
final class TopologyRun extends Run {
    private final Bench bench;
    private final List<TestRecord<String, byte[]>> log = new ArrayList<>();
    private final Map<String, Result.Outcome> first = new HashMap<>();

    TopologyRun(Bench bench) {
        super(bench.newPlan());
        this.bench = bench;
    }

    @Override
    void carriedOut(Command command, Instant at, ReferenceModel.Answer predicted) {
        int before = bench.commands.log.size();
        Result.Outcome outcome = bench.commands.send(command, at).outcome();
        List<TestRecord<String, byte[]>> added =
                List.copyOf(bench.commands.log.subList(before, bench.commands.log.size()));
        log.addAll(added);
        bench.live.apply(added);

        assertThat(log).hasSameSizeAs(journal.events());
        String key = command.subject().key() + " " + command.idempotencyKey();
        if (predicted.repeated() && predicted.refused() != Code.KEY_REUSED) {
            assertThat(outcome).isEqualTo(first.get(key));
        }
        if (outcome instanceof Result.Accepted accepted) {
            assertThat(predicted.refused()).isNull();
            assertThat(rows(accepted.rows())).isEqualTo(predicted.rows());
        } else {
            assertThat(((Result.Refused) outcome).refusal().code()).isEqualTo(predicted.refused());
        }
        if (!predicted.repeated()) {
            first.put(key, outcome);
            answered(command, outcome);
        }
    }

    /** What the sender is told is what readers see. */
    private void answered(Command command, Result.Outcome outcome) {
        if (outcome instanceof Result.Accepted accepted) {
            assertThat(accepted.position()).isEqualTo(log.size());
            assertThat(accepted.version())
                    .isEqualTo(bench.live.subject(command.subject()).head().version());
            if (accepted.view() != null) {
                ViewRow row = bench.live.view(command.subject());
                assertThat(new String(row.json(), StandardCharsets.UTF_8)).isEqualTo(accepted.view());
            }
        }
    }

    @Override
    void compare() {
        super.compare();
        chained();
        Shown shown = new Shown();
        for (Subject subject : journal.all()) {
            assertThat(bench.live.subject(subject.head().id())).isEqualTo(subject);
            ViewRow row = bench.live.view(subject.head().id());
            assertThat(row.version()).isEqualTo(subject.head().version());
            assertThat(row.json())
                    .isEqualTo(Shown.encode(Views.of(journal.plan(), subject).orElseThrow()));
            shown.subject(row.json());
            history(subject, Shown.read(row.json()));
        }
        PlanSums sums = bench.live.sums(plan);
        assertThat(sums.latest().position()).isEqualTo(log.size());
        shown.plan(PlanView.of(journal.plan(), sums.tally(), Standing.ofPlan(journal.plan(), sums.latest())));
        mustBeAsTheModelSays(shown);

        bench.replayed.apply(log);
        assertThat(bench.replayed.rows(plan)).isEqualTo(bench.live.rows(plan));
        assertThat(bench.live.deadLetters() + bench.replayed.deadLetters()).isZero();
    }

    /** The log holds what the domain recorded, and each event names the bytes before it. */
    private void chained() {
        Map<String, Hash> last = new HashMap<>();
        List<Event> plain = journal.events();
        for (int i = 0; i < log.size(); i++) {
            Event event = bench.commands.codec.decode(log.get(i).value());
            String key = event.subject().key();
            assertThat(event.previousHash()).isEqualTo(last.getOrDefault(key, Hash.NONE));
            last.put(key, EventCodec.hash(log.get(i).value()));
            assertThat(log.get(i).key()).isEqualTo(key);
            assertThat(unchained(event)).isEqualTo(plain.get(i));
        }
    }

    private static Event unchained(Event event) {
        return new Event(
                event.id(),
                event.subject(),
                event.version(),
                event.position(),
                event.recordedAt(),
                event.actor(),
                event.reason(),
                event.idempotencyKey(),
                event.commandId(),
                Hash.NONE,
                event.simulated(),
                event.fact());
    }

    /** An entry for each version; their changes lead from nothing to the view, each from where the one before left off. */
    private void history(Subject subject, JsonNode view) {
        List<byte[]> entries = bench.live.history(subject.head().id());
        assertThat(entries).hasSize((int) subject.head().version());
        Map<String, JsonNode> fields = new TreeMap<>();
        for (byte[] entry : entries) {
            for (JsonNode change : Shown.read(entry).get("changes")) {
                String field = change.get("field").asText();
                JsonNode was = fields.put(field, change.get("to"));
                assertThat(change.get("from").isNull() ? null : change.get("from"))
                        .as("%s of %s", field, subject.head().id())
                        .isEqualTo(was == null || was.isNull() ? null : was);
            }
        }
        fields.forEach((field, value) -> assertThat(value).as(field).isEqualTo(view.get(field)));
    }
}
