package tracker.api.demo;

import java.time.LocalDate;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.stream.Collectors;
import tracker.streams.domain.Actor;
import tracker.streams.domain.SubjectId;
import tracker.streams.domain.command.Intent;

/** What somebody does on a day; {@code reason} may be null. */
record Step(LocalDate day, Stage stage, Actor actor, SubjectId subject, String reason, Intent intent) {
    /** What each actor does, all of it or nothing, as one step where it is more than one thing. */
    static List<Step> byActor(List<Step> steps) {
        Map<Actor, List<Step>> actors =
                steps.stream().collect(Collectors.groupingBy(Step::actor, LinkedHashMap::new, Collectors.toList()));
        return actors.values().stream().map(Step::together).toList();
    }

    private static Step together(List<Step> steps) {
        Step first = steps.get(0);
        if (steps.size() == 1) {
            return first;
        }
        List<Intent.Item> items = steps.stream()
                .map(step -> new Intent.Item(step.subject(), step.intent(), step.reason()))
                .toList();
        SubjectId plan = SubjectId.ofPlan(first.subject().plan());
        return new Step(first.day(), first.stage(), first.actor(), plan, null, new Intent.Batch(items, true));
    }
}
