package tracker.streams.model;

import java.time.Duration;
import java.time.Instant;
import java.time.LocalDate;
import java.time.ZoneId;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import java.util.stream.Stream;
import tracker.streams.domain.PlainJournal;
import tracker.streams.domain.SubjectId;
import tracker.streams.domain.command.Command;
import tracker.streams.domain.command.Intent;
import tracker.streams.domain.event.Report;
import tracker.streams.domain.plan.WarningRule;
import tracker.streams.domain.state.Subject;
import tracker.streams.domain.state.Tracked;

/** Tells a history: makes a command of each operation, as things stand, by a clock of its own. */
final class Teller {
    private static final ZoneId ZONE = ZoneId.of("Asia/Shanghai");
    /** Less than answers are remembered for. */
    private static final Duration REMEMBERED = Duration.ofDays(6);

    private final String plan;
    private final PlainJournal journal;
    private final List<Sent> sent = new ArrayList<>();
    private Instant clock = Instant.parse("2021-10-01T17:30:00Z");
    private Instant latest = clock;

    private record Sent(Command command, Instant at) {}

    Teller(String plan, PlainJournal journal) {
        this.plan = plan;
        this.journal = journal;
    }

    Instant now() {
        return clock;
    }

    /** Empty where the operation sends nothing, or there is nothing to send it of. */
    Optional<Command> tell(Op op) {
        Optional<Command> command = command(op);
        command.ifPresent(one -> sent.add(new Sent(one, clock)));
        return command;
    }

    private Optional<Command> command(Op op) {
        if (op instanceof Op.Wait wait) {
            clock = clock.plus(Duration.ofHours(wait.hours()));
            latest = clock.isAfter(latest) ? clock : latest;
            return Optional.empty();
        }
        if (op instanceof Op.Send one) {
            return Optional.of(command(one.by(), one.subject(), null, one.reason(), intent(one)));
        }
        if (op instanceof Op.Expecting expecting) {
            Op.Send one = expecting.send();
            Subject subject = journal.find(SmallPlan.id(plan, one.subject()));
            long version = subject == null ? 0 : subject.head().version();
            return Optional.of(command(one.by(), one.subject(), version + expecting.off(), one.reason(), intent(one)));
        }
        if (op instanceof Op.Batch batch) {
            List<Intent.Item> items = new ArrayList<>();
            for (Op.Send one : batch.items()) {
                items.add(new Intent.Item(items.size(), SmallPlan.id(plan, one.subject()), intent(one), one.reason()));
            }
            return Optional.of(command(batch.by(), "plan", null, null, new Intent.Batch(items, batch.allOrNothing())));
        }
        if (op instanceof Op.Turn turn) {
            LocalDate day = LocalDate.ofInstant(clock, ZONE).plusDays(turn.off());
            return Optional.of(command(turn.by(), "plan", null, null, new Intent.TurnDay(day)));
        }
        if (op instanceof Op.Mend mend) {
            return pick(reports(), mend.which()).map(of -> mended(mend, of.name(), of.found()));
        }
        if (op instanceof Op.Same same) {
            return pick(reports(), same.which()).map(of -> {
                SubjectId subject = SmallPlan.id(plan, of.name());
                Intent.Item item = new Intent.Item(subject, new Intent.ReportProgress(of.found()), null);
                return command(same.by(), "plan", null, null, new Intent.Batch(List.of(item), same.allOrNothing()));
            });
        }
        if (op instanceof Op.See see) {
            return pick(warnings(), see.which())
                    .map(of -> command(see.by(), of.name(), null, null, new Wish.Seen(of.found()).intent(of.name())));
        }
        return again((Op.Again) op);
    }

    private static Intent intent(Op.Send send) {
        return send.wish().intent(send.subject());
    }

    private Optional<Command> again(Op.Again again) {
        if (again.back() > sent.size()) {
            return Optional.empty();
        }
        Sent earlier = sent.get(sent.size() - again.back());
        Command was = earlier.command();
        if (Duration.between(earlier.at(), latest).compareTo(REMEMBERED) >= 0) {
            return Optional.empty();
        }
        return Optional.of(new Command(
                nextId(),
                was.subject(),
                was.actor(),
                null,
                was.idempotencyKey(),
                again.altered() ? was.reason() + "!" : was.reason(),
                was.intent()));
    }

    private Command mended(Op.Mend mend, String name, Report report) {
        String period = report.period().toString();
        Wish wish = new Wish.Retraction(period);
        if (mend.value() != null && report instanceof Report.OfIndicator of) {
            wish = new Wish.Value(period, mend.value(), of.unit(), mend.status(), mend.proof(), true);
        } else if (mend.value() != null && report instanceof Report.OfProject of) {
            wish = new Wish.Invested(period, mend.value(), of.unit(), mend.value(), of.status(), mend.proof(), true);
        } else if (mend.value() != null) {
            wish = new Wish.Doing(period, ((Report.OfTask) report).status(), mend.proof(), true);
        }
        return command(mend.by(), name, null, "mistaken", wish.intent(name));
    }

    private record Found<T>(String name, T found) {}

    private List<Found<Report>> reports() {
        List<Found<Report>> reports = new ArrayList<>();
        tracked().forEach(subject -> subject.reports()
                .values()
                .forEach(inForce -> reports.add(new Found<>(subject.head().id().id(), inForce.report()))));
        return reports;
    }

    private List<Found<WarningRule>> warnings() {
        List<Found<WarningRule>> warnings = new ArrayList<>();
        tracked().forEach(subject -> subject.warnings()
                .keySet()
                .forEach(rule -> warnings.add(new Found<>(subject.head().id().id(), rule))));
        return warnings;
    }

    private Stream<Tracked> tracked() {
        return journal.snapshot().tracked();
    }

    private static <T> Optional<T> pick(List<T> from, int which) {
        return from.isEmpty() ? Optional.empty() : Optional.of(from.get(which % from.size()));
    }

    private Command command(Op.By by, String subject, Long expectedVersion, String reason, Intent intent) {
        String key = "k" + (sent.size() + 1);
        return new Command(nextId(), SmallPlan.id(plan, subject), by.actor(), expectedVersion, key, reason, intent);
    }

    private String nextId() {
        return plan + "-" + (sent.size() + 1);
    }
}
