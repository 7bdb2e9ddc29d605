package tracker.streams.domain.command;

import java.util.List;
import tracker.streams.domain.event.Fact;

/** What decide() says of a command. */
public sealed interface Decision {
    /** At least one fact, in order. */
    record Accepted(List<Fact> facts) implements Decision {
        public Accepted {
            facts = List.copyOf(facts);
        }
    }

    record Refused(Refusal refusal) implements Decision {}

    static Decision accept(Fact fact) {
        return new Accepted(List.of(fact));
    }

    static Decision refuse(Refusal.Code code, String zh, String en) {
        return new Refused(Refusal.of(code, zh, en));
    }
}
