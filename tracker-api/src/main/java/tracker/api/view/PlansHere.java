package tracker.api.view;

import java.util.List;
import java.util.Set;

/** The plans of those partitions of the log whose views are on this node; elsewhere there may be others. */
public record PlansHere(Set<Integer> partitions, List<String> plans) {}
