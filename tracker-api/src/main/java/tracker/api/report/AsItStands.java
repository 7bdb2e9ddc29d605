package tracker.api.report;

import java.util.Map;
import java.util.TreeMap;
import java.util.function.Function;
import java.util.stream.Collectors;
import tracker.streams.domain.Text;
import tracker.streams.domain.plan.Category;
import tracker.streams.domain.plan.Department;
import tracker.streams.domain.plan.PlanDefinition;
import tracker.streams.domain.plan.Unit;
import tracker.streams.domain.state.Tracked;
import tracker.streams.domain.view.PlanSnapshot;

/** The names and definitions of a plan. What it has no name for goes by its id. */
final class AsItStands {
    private final PlanSnapshot snapshot;
    private final Map<String, Tracked> subjects;
    private final Map<String, Text> departments;
    private final Map<String, Text> categories;
    private final Map<String, Text> units;

    AsItStands(PlanSnapshot snapshot) {
        this.snapshot = snapshot;
        subjects = snapshot.tracked().collect(Collectors.toMap(AsItStands::key, Function.identity()));
        departments =
                names(definition().departments().stream().collect(Collectors.toMap(Department::id, Department::name)));
        categories = names(definition().categories().stream().collect(Collectors.toMap(Category::id, Category::name)));
        units = names(definition().units().stream().collect(Collectors.toMap(Unit::symbol, AsItStands::unitName)));
    }

    PlanDefinition definition() {
        return snapshot.plan().definition();
    }

    /** Of the last event that is in it. */
    long position() {
        return snapshot.latest().position();
    }

    /** Null where there is none of that kind/id. */
    Tracked subject(String kindAndId) {
        return subjects.get(kindAndId);
    }

    Text name(String kindAndId) {
        Tracked subject = subject(kindAndId);
        return subject == null ? same(id(kindAndId)) : subject.name();
    }

    /** Null stays null, here and below. */
    Text department(String id) {
        return id == null ? null : departments.getOrDefault(id, same(id));
    }

    Text category(String id) {
        return id == null ? null : categories.getOrDefault(id, same(id));
    }

    Text unit(String symbol) {
        return symbol == null ? null : units.getOrDefault(symbol, same(symbol));
    }

    /** Who answers for a subject; null where nobody does. */
    Lead lead(String kindAndId) {
        Tracked subject = subject(kindAndId);
        return subject == null || subject.responsibility() == null
                ? null
                : new Lead(
                        department(subject.responsibility().lead()),
                        subject.responsibility().provisional());
    }

    static String id(String kindAndId) {
        return kindAndId.substring(kindAndId.indexOf('/') + 1);
    }

    /** A department; {@code provisional} where it is only an example of one. */
    public record Lead(Text name, boolean provisional) {}

    private static String key(Tracked subject) {
        return subject.head().id().name();
    }

    /** A symbol that anybody reads, such as %, is its own name; one in Chinese has one in English. */
    private static Text unitName(Unit unit) {
        boolean plain = unit.symbol().chars().allMatch(c -> c < 128);
        return new Text(unit.symbol(), plain ? unit.symbol() : unit.name().en());
    }

    private static Map<String, Text> names(Map<String, Text> names) {
        return new TreeMap<>(names);
    }

    private static Text same(String id) {
        return new Text(id, id);
    }
}
