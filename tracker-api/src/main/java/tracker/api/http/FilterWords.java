package tracker.api.http;

import java.util.Arrays;
import java.util.Map;
import java.util.Set;
import java.util.stream.Collectors;
import java.util.stream.Stream;
import tracker.api.webhooks.rules.WarningKind;
import tracker.streams.domain.Kind;
import tracker.streams.domain.Labelled;
import tracker.streams.domain.event.Assessment.AssessmentKind;
import tracker.streams.domain.plan.Collection;
import tracker.streams.domain.plan.ProjectStatus;
import tracker.streams.domain.plan.TaskStatus;
import tracker.streams.domain.plan.WarningRule;
import tracker.streams.domain.rating.Rating;
import tracker.streams.domain.view.View.FeedbackView.Moderation;
import tracker.streams.domain.view.WarningEntry;

/** The words that lists can be filtered by: another one is a slip of the pen, and an empty list no answer to it. */
final class FilterWords {
    private static final Map<String, Set<String>> WORDS = Map.of(
            "collection", labels(Collection.values()),
            "kind", union(labels(Kind.values()), labels(AssessmentKind.values())),
            "rating", labels(Rating.values()),
            "rule", labels(WarningRule.values()),
            "state", union(labels(WarningEntry.State.values()), labels(Moderation.values())),
            "status", union(labels(ProjectStatus.values()), labels(TaskStatus.values())),
            "type", labels(WarningKind.values()));

    private FilterWords() {}

    /** A MALFORMED problem where the parameter has words of its own and this is none of them. */
    static void require(String parameter, String value) {
        Set<String> words = WORDS.get(parameter);
        if (words != null && !words.contains(value)) {
            String known = words.stream().sorted().collect(Collectors.joining(", "));
            throw new ProblemException(
                    Problem.Type.MALFORMED,
                    parameter + " 须为以下之一：" + known + "。",
                    parameter + " is one of " + known + ".");
        }
    }

    private static Set<String> labels(Labelled... constants) {
        return Arrays.stream(constants).map(Labelled::label).collect(Collectors.toUnmodifiableSet());
    }

    private static Set<String> union(Set<String> one, Set<String> other) {
        return Stream.concat(one.stream(), other.stream()).collect(Collectors.toUnmodifiableSet());
    }
}
