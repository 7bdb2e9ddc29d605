package tracker.streams.domain.view;

import java.math.BigDecimal;
import java.util.SortedMap;
import java.util.TreeMap;
import tracker.streams.domain.view.View.IndicatorView;
import tracker.streams.domain.view.View.ProjectView;
import tracker.streams.domain.view.View.TaskView;

/** What one subject adds to its plan's roll-up, and the names it adds it under. A unit is part of the name: units never mix. */
public final class Contribution {
    private Contribution() {}

    public static Tally of(View view) {
        SortedMap<String, BigDecimal> sums = new TreeMap<>();
        if (view instanceof IndicatorView indicator) {
            sums.put(
                    indicators(indicator.collection().label())
                            + indicator.rating().label(),
                    BigDecimal.ONE);
            if (indicator.goal() != null) {
                sums.put(goal(indicator.goal()) + indicator.rating().label(), BigDecimal.ONE);
            }
        } else if (view instanceof ProjectView project) {
            sums.put(category(project.category()) + project.rating().label(), BigDecimal.ONE);
            sums.put(statuses() + project.status().label(), BigDecimal.ONE);
            add(sums, planned(project.category()) + project.unit(), project.investment());
            add(sums, invested(project.category()) + project.unit(), project.invested());
        } else if (view instanceof TaskView) {
            sums.put(tasks(), BigDecimal.ONE);
        }
        view.warnings().forEach(warning -> sums.put(warnings() + warning.rule().label(), BigDecimal.ONE));
        return new Tally(sums);
    }

    static String indicators(String collection) {
        return "indicators/" + collection + "/";
    }

    static String goal(String goal) {
        return "goal/" + goal + "/";
    }

    static String category(String category) {
        return "category/" + category + "/";
    }

    static String statuses() {
        return "status/";
    }

    static String planned(String category) {
        return "planned/" + category + "/";
    }

    static String invested(String category) {
        return "invested/" + category + "/";
    }

    static String warnings() {
        return "warnings/";
    }

    static String tasks() {
        return "tasks";
    }

    private static void add(SortedMap<String, BigDecimal> sums, String name, BigDecimal amount) {
        if (amount != null && amount.signum() != 0) {
            sums.put(name, amount);
        }
    }
}
