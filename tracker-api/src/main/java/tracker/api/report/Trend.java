package tracker.api.report;

import java.time.Instant;
import java.util.ArrayList;
import java.util.Comparator;
import java.util.List;
import java.util.Map;
import java.util.stream.Collectors;
import tracker.streams.domain.Labelled;
import tracker.streams.domain.Text;
import tracker.streams.domain.event.Assessment.AssessmentKind;
import tracker.streams.domain.event.Assessment.SubjectFigures;
import tracker.streams.domain.rating.Rating;
import tracker.streams.domain.state.Subject.AssessmentState;

/**
 * The indicators' ratings from one assessment of the plan to the next, this one last, and what moved since the one before it (nothing
 * for the first). {@code columns} are the ratings that occur.
 */
public record Trend(List<Rating> columns, List<Point> points, List<Move> moves) {
    /** One assessment and its indicators. */
    public record Point(AssessmentKind kind, int year, Instant recordedAt, String verdict, Counts counts) {}

    /** An indicator whose rating is another than it was. */
    public record Move(String id, Text name, Rating before, Rating now, Way way) {}

    /** Which way a rating went; OTHER: before or now it cannot be told how the indicator does. */
    public enum Way implements Labelled {
        UP,
        DOWN,
        OTHER;

        @Override
        public String label() {
            return Labelled.fromName(this);
        }
    }

    /** Whether there is nothing to compare with. */
    public boolean first() {
        return points.size() == 1;
    }

    static Trend of(AssessmentState current, AsItStands plan, List<AssessmentState> others) {
        List<AssessmentState> all = new ArrayList<>(others.stream()
                .filter(other -> other.assessment().kind() != AssessmentKind.EXPERT_OPINION)
                .filter(other -> other.head().position() < current.head().position())
                .sorted(Comparator.comparingLong(other -> other.head().position()))
                .toList());
        List<Move> moves =
                all.isEmpty() ? List.of() : moves(indicators(all.get(all.size() - 1)), indicators(current), plan);
        all.add(current);
        List<Point> points = all.stream().map(Trend::point).toList();
        return new Trend(Counts.used(points.stream().map(Point::counts).toList()), points, moves);
    }

    private static Point point(AssessmentState state) {
        return new Point(
                state.assessment().kind(),
                state.assessment().year(),
                state.head().recordedAt(),
                state.assessment().verdict(),
                Counts.of(indicators(state)));
    }

    /** Down first, then up, then the others; each in the plan's order. */
    private static List<Move> moves(List<SubjectFigures> before, List<SubjectFigures> now, AsItStands plan) {
        Map<String, Rating> earlier =
                before.stream().collect(Collectors.toMap(SubjectFigures::subject, SubjectFigures::rating));
        List<Move> moves = new ArrayList<>();
        for (SubjectFigures of : now) {
            Rating was = earlier.get(of.subject());
            if (was != null && was != of.rating()) {
                moves.add(new Move(
                        AsItStands.id(of.subject()), plan.name(of.subject()), was, of.rating(), way(was, of.rating())));
            }
        }
        moves.sort(Comparator.comparing(
                move -> List.of(Way.DOWN, Way.UP, Way.OTHER).indexOf(move.way())));
        return List.copyOf(moves);
    }

    private static Way way(Rating before, Rating now) {
        if (!Counts.isGrade(before) || !Counts.isGrade(now)) {
            return Way.OTHER;
        }
        return now.compareTo(before) < 0 ? Way.UP : Way.DOWN;
    }

    private static List<SubjectFigures> indicators(AssessmentState state) {
        return state.assessment().figures().subjects().stream()
                .filter(of -> of.subject().startsWith("indicator/"))
                .toList();
    }
}
