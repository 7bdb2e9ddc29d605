package tracker.streams.codec;

import static tracker.streams.codec.AvroValues.figure;
import static tracker.streams.codec.AvroValues.label;
import static tracker.streams.codec.AvroValues.labelled;

import java.util.List;
import java.util.SortedMap;
import java.util.TreeMap;
import tracker.schemas.AssessmentRecorded;
import tracker.schemas.FrozenCounts;
import tracker.schemas.FrozenFigures;
import tracker.schemas.FrozenInvestment;
import tracker.schemas.FrozenSubject;
import tracker.schemas.RatingCount;
import tracker.streams.domain.Period;
import tracker.streams.domain.event.Assessment;
import tracker.streams.domain.event.Assessment.AssessmentKind;
import tracker.streams.domain.event.Assessment.GoalCounts;
import tracker.streams.domain.event.Assessment.Investment;
import tracker.streams.domain.event.Assessment.SubjectFigures;
import tracker.streams.domain.plan.WarningRule;
import tracker.streams.domain.rating.Rating;

/** Assessments and the figures that they froze, to Avro and back. */
final class AssessmentAvro {
    private AssessmentAvro() {}

    static AssessmentRecorded write(Assessment assessment) {
        Assessment.Figures figures = assessment.figures();
        return new AssessmentRecorded(
                label(assessment.kind()),
                assessment.year(),
                assessment.about(),
                assessment.verdict(),
                assessment.text(),
                new FrozenFigures(
                        figures.position(),
                        figures.goals().stream().map(AssessmentAvro::counts).toList(),
                        figures.investments().stream()
                                .map(sum -> new FrozenInvestment(
                                        sum.category(), sum.unit(), figure(sum.planned()), figure(sum.invested())))
                                .toList(),
                        figures.subjects().stream().map(AssessmentAvro::subject).toList()));
    }

    static Assessment read(AssessmentRecorded assessment) {
        FrozenFigures figures = assessment.getFigures();
        return new Assessment(
                labelled(AssessmentKind.class, assessment.getAssessmentKind()),
                assessment.getYear(),
                assessment.getAbout(),
                assessment.getVerdict(),
                assessment.getText(),
                new Assessment.Figures(
                        figures.getPosition(),
                        figures.getGoals().stream().map(AssessmentAvro::counts).toList(),
                        figures.getInvestments().stream()
                                .map(sum -> new Investment(
                                        sum.getCategory(),
                                        sum.getUnit(),
                                        figure(sum.getPlanned()),
                                        figure(sum.getInvested())))
                                .toList(),
                        figures.getSubjects().stream()
                                .map(AssessmentAvro::subject)
                                .toList()));
    }

    private static FrozenCounts counts(GoalCounts goal) {
        List<RatingCount> counts = goal.ratings().entrySet().stream()
                .map(entry -> new RatingCount(label(entry.getKey()), entry.getValue()))
                .toList();
        return new FrozenCounts(goal.id(), counts);
    }

    private static GoalCounts counts(FrozenCounts goal) {
        SortedMap<Rating, Integer> ratings = new TreeMap<>();
        goal.getRatings().forEach(count -> ratings.put(labelled(Rating.class, count.getRating()), count.getCount()));
        return new GoalCounts(goal.getId(), ratings);
    }

    private static FrozenSubject subject(SubjectFigures subject) {
        return new FrozenSubject(
                subject.subject(),
                subject.version(),
                label(subject.rating()),
                subject.status(),
                subject.period() == null ? null : subject.period().toString(),
                figure(subject.value()),
                subject.unit(),
                figure(subject.completion()),
                figure(subject.expected()),
                figure(subject.pace()),
                subject.warnings().stream().map(WarningRule::label).toList());
    }

    private static SubjectFigures subject(FrozenSubject subject) {
        return new SubjectFigures(
                subject.getSubject(),
                subject.getVersion(),
                labelled(Rating.class, subject.getRating()),
                subject.getStatus(),
                subject.getPeriod() == null ? null : Period.of(subject.getPeriod()),
                figure(subject.getValue()),
                subject.getUnit(),
                figure(subject.getCompletion()),
                figure(subject.getExpected()),
                figure(subject.getPace()),
                subject.getWarnings().stream()
                        .map(rule -> labelled(WarningRule.class, rule))
                        .toList());
    }
}
