package tracker.streams.bench;

import java.math.BigDecimal;
import java.time.LocalDate;
import java.util.HexFormat;
import java.util.List;
import java.util.Random;
import tracker.streams.domain.Evidence;
import tracker.streams.domain.Given;
import tracker.streams.domain.ObservationStatus;
import tracker.streams.domain.Period;
import tracker.streams.domain.SubjectId;
import tracker.streams.domain.event.Cause;
import tracker.streams.domain.event.Fact;
import tracker.streams.domain.event.Report;
import tracker.streams.domain.plan.Measure;
import tracker.streams.domain.plan.WarningRule;
import tracker.streams.domain.rating.Rating;

/** Facts as a plan's years bring them: mostly reports, some with evidence, some corrected; warnings, feedback, days. */
final class MadeFacts {
    private static final int HASH_BYTES = 32;

    private final Random random;

    MadeFacts(Random random) {
        this.random = random;
    }

    /** What a subject begins with, and what comes as its {@code version} after that. */
    Fact next(SubjectId subject, long version, String lastEvent) {
        boolean ofPlan = subject.equals(SubjectId.ofPlan(subject.plan()));
        if (version == 1) {
            return ofPlan
                    ? new Fact.PlanRegistered(Given.plan())
                    : new Fact.IndicatorDefined(Given.indicator(Measure.LEVEL, "2820", "5000"));
        }
        if (ofPlan) {
            return new Fact.DayTurned(LocalDate.of(2021, 1, 1).plusDays(version));
        }
        return version == 2 ? new Fact.ResponsibilityAssigned(Given.lead("economy")) : later(lastEvent);
    }

    private Fact later(String lastEvent) {
        int kind = random.nextInt(100);
        if (kind < 72) {
            return new Fact.ProgressReported(report());
        }
        if (kind < 84) {
            return new Fact.ReportCorrected(report(), lastEvent);
        }
        if (kind < 90) {
            BigDecimal pace = BigDecimal.valueOf(random.nextInt(950_000), 6);
            return new Fact.WarningRaised(WarningRule.BEHIND, Cause.rated(period(), Rating.AT_RISK, pace));
        }
        return kind < 96
                ? new Fact.WarningCleared(WarningRule.BEHIND)
                : new Fact.FeedbackPosted("indicator/I01", "园区道路照明何时完工？ When will the street lights be finished?");
    }

    private Report report() {
        return new Report.OfIndicator(
                period(),
                BigDecimal.valueOf(random.nextInt(10_000_000), 2),
                "亿元",
                random.nextInt(5) == 0 ? ObservationStatus.P : ObservationStatus.A,
                random.nextBoolean() ? "根据年度统计公报，增速较上年提高 %d 个基点".formatted(random.nextInt(300)) : null,
                random.nextInt(3) == 0 ? List.of(evidence()) : List.of());
    }

    private Period period() {
        return Period.of("%d-%02d".formatted(2021 + random.nextInt(5), 1 + random.nextInt(12)));
    }

    private Evidence evidence() {
        byte[] hash = new byte[HASH_BYTES];
        random.nextBytes(hash);
        String sha256 = HexFormat.of().formatHex(hash);
        return new Evidence("统计公报.pdf", "/api/v1/plans/changsha-hitech-14fyp/evidence/" + sha256, sha256);
    }
}
