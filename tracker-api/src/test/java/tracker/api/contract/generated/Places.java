package tracker.api.contract.generated;

import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.TreeMap;
import java.util.regex.Pattern;

/** Where the tracker has something, by path template: what the variables are there, and what is known of it besides (its unit, its department). */
final class Places {
    private static final Pattern VARIABLE = Pattern.compile("\\{([A-Za-z0-9]+)\\}");
    private static final int KEPT = 200;

    private final Map<String, List<Map<String, String>>> places = new TreeMap<>();
    private final Map<String, List<String>> byName = new TreeMap<>();

    /** Of many the first and the last are kept. */
    void learn(String template, Map<String, String> place) {
        List<Map<String, String>> known = places.computeIfAbsent(template, none -> new ArrayList<>());
        if (!known.contains(place)) {
            if (known.size() == KEPT) {
                known.remove(KEPT / 2);
            }
            known.add(Map.copyOf(place));
        }
        variables(template).forEach(name -> word(name, place.get(name)));
    }

    /** A value that a parameter or a field of that name may have. */
    void word(String name, String value) {
        List<String> known = byName.computeIfAbsent(name, none -> new ArrayList<>());
        if (value != null && !known.contains(value)) {
            if (known.size() == KEPT) {
                known.remove(KEPT / 2);
            }
            known.add(value);
        }
    }

    List<String> words(String name) {
        return byName.getOrDefault(name, List.of());
    }

    /** A place for that template: as much of it as is known is one that there is, the rest fits by name, what is not known is left out. */
    Map<String, String> draw(String template, Draws draws) {
        Map<String, String> place = new LinkedHashMap<>();
        for (String prefix : prefixes(template)) {
            List<Map<String, String>> known = places.getOrDefault(prefix, List.of()).stream()
                    .filter(one -> agree(one, place, variables(prefix)))
                    .toList();
            if (!known.isEmpty()) {
                draws.one(known).forEach(place::putIfAbsent);
            }
        }
        for (String name : variables(template)) {
            List<String> known = words(name);
            if (!known.isEmpty()) {
                place.computeIfAbsent(name, none -> draws.one(known));
            }
        }
        return place;
    }

    static List<String> variables(String template) {
        return VARIABLE.matcher(template).results().map(found -> found.group(1)).toList();
    }

    private static boolean agree(Map<String, String> one, Map<String, String> place, List<String> variables) {
        return variables.stream()
                .allMatch(name -> !place.containsKey(name) || place.get(name).equals(one.get(name)));
    }

    /** The longest first: it says most. */
    private static List<String> prefixes(String template) {
        List<String> prefixes = new ArrayList<>();
        for (int end = template.length(); end > 0; end = template.lastIndexOf('/', end - 1)) {
            prefixes.add(template.substring(0, end));
        }
        return prefixes;
    }
}
