package tracker.streams.model;

import static org.assertj.core.api.Assertions.assertThat;

import java.time.Instant;
import java.util.Optional;
import tracker.streams.domain.PlainJournal;
import tracker.streams.domain.command.Command;

/** A random history as its senders see it: what they send next depends on what has come of it. For tests that judge something else than the rules. */
public final class Story {
    private final String plan;
    private final PlainJournal journal;
    private final Teller teller;

    public Story(String plan) {
        this.plan = plan;
        journal = new PlainJournal(plan);
        teller = new Teller(plan, journal);
    }

    /** Brings the plan into being. */
    public Command begin() {
        return SmallPlan.registration(plan);
    }

    /** Empty where the operation sends nothing. */
    public Optional<Command> next(Op op) {
        return teller.tell(op);
    }

    public Instant now() {
        return teller.now();
    }

    /** What was sent has been recorded. */
    public void happened(Command command, Instant at) {
        assertThat(journal.handle(command, at).refusal()).as("%s", command).isNull();
    }
}
