package tracker.api.faults.history;

import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.function.Consumer;
import tracker.api.faults.history.Entry.Logged;

/** Of the writes that expect one version of a subject one is accepted, and its event is the version after that. */
final class VersionCheck implements Check {
    private record Accepted(Write write, Logged event) {}

    private record Place(String subject, long expected) {}

    @Override
    public void check(History history, Consumer<Violation> found) {
        Map<Place, List<Accepted>> accepted = new LinkedHashMap<>();
        for (Write write : history.writes()) {
            Logged first = firstEvent(write, history.log());
            if (write.expected() != null && first != null) {
                accepted.computeIfAbsent(new Place(write.subject(), write.expected()), unseen -> new ArrayList<>(1))
                        .add(new Accepted(write, first));
            }
        }
        accepted.forEach((place, winners) -> {
            Accepted first = winners.get(0);
            if (winners.size() > 1) {
                found.accept(new Violation.TwoWinners(
                        place.subject(),
                        place.expected(),
                        winners.stream().map(Accepted::event).toList()));
            } else if (first.event().version() != place.expected() + 1) {
                found.accept(new Violation.UnexpectedVersion(first.write(), place.expected(), first.event()));
            }
        });
    }

    /** What the write itself brought, before what followed from it; null where it is not in the log. */
    private static Logged firstEvent(Write write, FinalLog log) {
        List<Logged> ofKey = log.ofKey(write.subject(), write.key());
        return ofKey.isEmpty()
                ? write.answers()
                        .flatMap(answer -> answer.eventIds().stream())
                        .map(log::byId)
                        .filter(event -> event != null)
                        .findFirst()
                        .orElse(null)
                : ofKey.get(0);
    }
}
