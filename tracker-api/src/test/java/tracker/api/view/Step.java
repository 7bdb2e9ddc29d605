package tracker.api.view;

import java.util.List;
import net.jqwik.api.Arbitraries;
import net.jqwik.api.Arbitrary;
import net.jqwik.api.Combinators;
import net.jqwik.api.RandomDistribution;
import net.jqwik.api.Tuple;
import tracker.streams.domain.Kind;
import tracker.streams.domain.command.Intent;
import tracker.streams.domain.event.Assessment.AssessmentKind;
import tracker.streams.model.Op;
import tracker.streams.model.RandomHistories;

/** A step of a history that is looked back on: an operation of the streams' random histories, or what those do not have. */
sealed interface Step {
    record Told(Op op) implements Step {}

    /** A little time passes: where it does not, what is recorded next has the time of what was recorded last. */
    record Tick(int millis) implements Step {}

    /** An indicator's report is corrected again and again, within one millisecond or each in its own. */
    record Rush(String indicator, int times, boolean apart) implements Step {}

    /** Of an assessment or a feedback. */
    record Other(Kind kind, String id, Intent intent) implements Step {}

    static Arbitrary<List<Step>> histories() {
        Arbitrary<Step> told = RandomHistories.operations().map(Told::new);
        Arbitrary<Step> tick = Arbitraries.of(1, 2, 1000).map(Tick::new);
        Arbitrary<Step> rush = Combinators.combine(
                        Arbitraries.of("level", "kept"),
                        Arbitraries.integers().between(5, 25),
                        Arbitraries.of(true, false))
                .as(Rush::new);
        Arbitrary<Step> step = Arbitraries.frequencyOf(
                Tuple.of(30, told),
                Tuple.of(10, tick),
                Tuple.of(2, rush),
                Tuple.of(2, assessment()),
                Tuple.of(4, feedback()));
        return step.list().ofMinSize(1).ofMaxSize(40).withSizeDistribution(RandomDistribution.uniform());
    }

    private static Arbitrary<Step> assessment() {
        Arbitrary<Step> ofThePlan = Combinators.combine(
                        Arbitraries.of(AssessmentKind.YEARLY, AssessmentKind.MID_TERM), Arbitraries.of(2021, 2022))
                .as((kind, year) -> new Other(
                        Kind.ASSESSMENT,
                        year + "-" + kind.label(),
                        new Intent.RecordAssessment(kind, year, null, "fair", "text")));
        Arbitrary<Step> opinion = Arbitraries.of("P1", "P2")
                .map(project -> new Other(
                        Kind.ASSESSMENT,
                        "2021-expert-opinion-" + project,
                        new Intent.RecordAssessment(
                                AssessmentKind.EXPERT_OPINION, 2021, "project/" + project, null, "text")));
        return Arbitraries.oneOf(ofThePlan, opinion);
    }

    private static Arbitrary<Step> feedback() {
        Arbitrary<Intent> intent = Arbitraries.of(
                new Intent.PostFeedback(null, "text"),
                new Intent.PostFeedback("indicator/level", "text"),
                new Intent.ModerateFeedback(true),
                new Intent.ModerateFeedback(false),
                new Intent.AnswerFeedback("answer"));
        return Combinators.combine(Arbitraries.of("f1", "f2"), intent)
                .as((id, what) -> new Other(Kind.FEEDBACK, id, what));
    }
}
