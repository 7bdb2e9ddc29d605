package tracker.api.report;

import java.math.BigDecimal;
import java.util.Comparator;
import java.util.List;
import tracker.streams.domain.Kind;
import tracker.streams.domain.Labelled;
import tracker.streams.domain.event.Assessment.SubjectFigures;
import tracker.streams.domain.plan.WarningRule;
import tracker.streams.domain.rating.Rating;

/** A subject that is behind, or warned of. {@code lead} is null where nobody answers for it. */
public record Laggard(Kind kind, Figure figure, List<WarningRule> warnings, AsItStands.Lead lead) {
    /** Moving away before off track before at risk before only warned of; among the first three the slowest first, then the most warned of. */
    private static final Comparator<SubjectFigures> WORST_FIRST = Comparator.comparing(
                    Laggard::severity, Comparator.nullsLast(Comparator.reverseOrder()))
            .thenComparing(Laggard::speed, Comparator.nullsLast(Comparator.naturalOrder()))
            .thenComparing(
                    Comparator.comparingInt((SubjectFigures of) -> of.warnings().size())
                            .reversed())
            .thenComparing(SubjectFigures::subject);

    static List<Laggard> of(List<SubjectFigures> subjects, AsItStands plan) {
        return subjects.stream()
                .filter(of -> Counts.isBehind(of.rating()) || !of.warnings().isEmpty())
                .sorted(WORST_FIRST)
                .map(of -> new Laggard(
                        Labelled.of(
                                Kind.class,
                                of.subject().substring(0, of.subject().indexOf('/'))),
                        Figure.of(of, plan),
                        of.warnings(),
                        plan.lead(of.subject())))
                .toList();
    }

    /** Null where it is only warned of; the ratings stand in their order from best to worst. */
    private static Rating severity(SubjectFigures of) {
        return Counts.isBehind(of.rating()) ? of.rating() : null;
    }

    private static BigDecimal speed(SubjectFigures of) {
        return Counts.isBehind(of.rating()) ? of.pace() : null;
    }
}
