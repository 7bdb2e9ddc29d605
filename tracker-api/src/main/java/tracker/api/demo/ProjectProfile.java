package tracker.api.demo;

import java.math.BigDecimal;
import java.math.RoundingMode;
import java.time.LocalDate;
import tracker.api.tables.Row;
import tracker.streams.domain.Frequency;
import tracker.streams.domain.Period;
import tracker.streams.domain.plan.ProjectDefinition;
import tracker.streams.domain.plan.ProjectStatus;

/**
 * How a project goes, in half-years from 1: work begins after {@code begin} and is done with {@code end}, which may lie beyond the tenth.
 * {@code spend}: per cent of its investment that it costs; the others are 0 where it does not happen.
 */
record ProjectProfile(
        int begin, int end, int spend, int slipHalf, int slipPercent, int suspended, int resumed, int cancelled) {
    static final int HALVES = 10;
    private static final int COMPLETION_FROM = 92;
    private static final int HURRIED = 96;

    static ProjectProfile of(Row row) {
        return new ProjectProfile(
                DemoTables.integer(row, "begin", 0),
                DemoTables.integer(row, "end", HALVES),
                DemoTables.integer(row, "spend", 100),
                DemoTables.integer(row, "slip_half", 0),
                DemoTables.integer(row, "slip_percent", 100),
                DemoTables.integer(row, "suspended", 0),
                DemoTables.integer(row, "resumed", 0),
                DemoTables.integer(row, "cancelled", 0));
    }

    /** Most are done in the plan's last two years, some later, a few far from it. */
    static ProjectProfile drawn(Draws draws) {
        int begin = draws.percent(60) ? 0 : draws.between(1, 2);
        int chance = draws.between(0, 99);
        int end = chance < 62 ? draws.between(6, 10) : chance < 86 ? draws.between(11, 12) : draws.between(13, 17);
        return new ProjectProfile(begin, end, draws.between(87, 99), 0, 100, 0, 0, 0);
    }

    static Period period(int half) {
        return new Period(2021 + (half - 1) / 2, Frequency.HALF_YEAR, (half - 1) % 2 + 1);
    }

    /** The last day of a half-year of the plan; of one after it, as if it went on. */
    static LocalDate lastDay(int half) {
        return period(half).lastDay();
    }

    int percent(int half) {
        int worked = suspended > 0 && half >= suspended ? stood(half) : half;
        if (worked <= begin) {
            return Math.min(worked, 2);
        }
        // What is nearly done as the plan ends is hurried on.
        boolean hurried = worked == HALVES && end == HALVES + 1;
        return hurried ? HURRIED : Math.min(100, 100 * (worked - begin) / (end - begin));
    }

    ProjectStatus status(int half) {
        if (cancelled > 0 && half >= cancelled) {
            return ProjectStatus.CANCELLED;
        }
        if (suspended > 0 && half >= suspended && (resumed == 0 || half < resumed)) {
            return ProjectStatus.SUSPENDED;
        }
        int percent = percent(half);
        if (percent <= 2) {
            return ProjectStatus.PREPARATION;
        }
        if (percent < COMPLETION_FROM) {
            return ProjectStatus.IMPLEMENTATION;
        }
        return percent < 100 ? ProjectStatus.COMPLETION : ProjectStatus.COMPLETED;
    }

    /** To the project's last decimal, two at the least. */
    BigDecimal invested(ProjectDefinition project, int half) {
        int places = Math.max(2, project.investment().scale());
        return project.investment()
                .multiply(BigDecimal.valueOf((long) percent(half) * spend, 4))
                .setScale(places, RoundingMode.HALF_UP);
    }

    /** No work is done while it is suspended, and what was lost is not made up for. */
    private int stood(int half) {
        return resumed == 0 || half < resumed ? suspended - 1 : suspended - 1 + half - resumed + 1;
    }
}
