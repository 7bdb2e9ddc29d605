package tracker.api.peers;

import jakarta.inject.Singleton;
import java.util.List;
import tracker.api.view.GenerationParts;
import tracker.api.view.NotReadyException;

/** Asks the other nodes what they have of a generation. */
@Singleton
final class OtherParts implements GenerationParts {

    private final Places places;
    private final HopClient client;

    OtherParts(Places places, HopClient client) {
        this.places = places;
        this.client = client;
    }

    @Override
    public List<Part> others(int generation) {
        return places.others(generation).stream()
                .map(node -> NodeMessages.PARTS.decode(client.answer(node, path(generation), null)))
                .toList();
    }

    @Override
    public Digest digest(int generation, String plan, long position) {
        if (places.ofPlan(generation, plan) instanceof Place.At at) {
            String path = path(generation) + "/plans/" + plan + "?position=" + position;
            return NodeMessages.DIGESTS.decode(client.answer(at.address(), path, null));
        }
        throw new NotReadyException("generation " + generation + " of " + plan + " is moving");
    }

    private static String path(int generation) {
        return NodeQuestions.ROOT + "/generations/" + generation;
    }
}
