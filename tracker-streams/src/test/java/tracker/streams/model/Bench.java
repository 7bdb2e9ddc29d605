package tracker.streams.model;

import net.jqwik.api.lifecycle.Store;
import tracker.streams.topology.LiveViews;
import tracker.streams.topology.Pipeline;

/** The topologies, set up once for many histories (opening a store takes longer than most of them): each is told of a plan of its own. */
final class Bench implements Store.CloseOnReset {
    final Pipeline commands = new Pipeline();
    /** Follows event by event. */
    final LiveViews live = new LiveViews();
    /** Gets the log of a plan when it is at its end. */
    final LiveViews replayed = new LiveViews();

    private int plans;

    String newPlan() {
        return "zone-" + ++plans;
    }

    @Override
    public void close() {
        commands.close();
        live.close();
        replayed.close();
    }
}
