package tracker.api.contract.generated;

import com.fasterxml.jackson.databind.JsonNode;
import java.util.List;
import java.util.Map;
import java.util.function.BiFunction;

/** Requests made from the contract alone: for each operation as it is allowed, and as it is not. What was answered makes later ones better. */
public final class Requests {
    private static final int TRIES = 20;
    private static final List<Mutation> MUTATIONS = List.of(
            new JsonMutations(),
            new JsonMutations(),
            new ByteMutations(),
            new HeaderMutations(),
            new TargetMutations(),
            new FileMutations());

    private final List<ApiOperation> operations;
    private final Places places = new Places();
    private final Lessons lessons;
    private final AllowedCalls allowed;

    /** {@code files}: the bytes for an operation and a media type that is no JSON; null leaves it to the contract's examples. */
    public Requests(JsonNode contract, BiFunction<String, String, byte[]> files) {
        operations = ApiOperation.all(contract);
        lessons = new Lessons(operations, places);
        allowed = new AllowedCalls(places, files);
    }

    public List<ApiOperation> operations() {
        return operations;
    }

    /** A value for parameters and fields of that name. */
    public void know(String name, String value) {
        places.word(name, value);
    }

    /** Where the next request goes to. */
    public Map<String, String> place(ApiOperation operation, Draws draws) {
        Map<String, String> place = places.draw(operation.template(), draws);
        Values values = new Values(operation, places, Map.of(), draws);
        for (JsonNode parameter : operation.parameters("path")) {
            String name = parameter.path("name").asText();
            place.computeIfAbsent(
                    name, none -> values.of(parameter.path("schema"), name).asText());
        }
        return place;
    }

    public Call allowed(ApiOperation operation, Map<String, String> place, Caller caller, Draws draws) {
        return allowed.of(operation, place, caller, draws);
    }

    /** Changed in one way, seldom in two. */
    public Call mutated(ApiOperation operation, Map<String, String> place, Caller caller, Draws draws) {
        Call call = allowed.of(operation, place, caller, draws);
        Call once = mutated(operation, call, draws);
        return draws.chance(0.1) ? mutated(operation, once, draws) : once;
    }

    private static Call mutated(ApiOperation operation, Call call, Draws draws) {
        for (int i = 0; i < TRIES; i++) {
            Call mutated = draws.one(MUTATIONS).of(operation, call, draws);
            if (mutated != null) {
                return mutated;
            }
        }
        throw new IllegalStateException("nothing changes " + call);
    }

    public void learn(ApiOperation operation, Map<String, String> place, Reply reply) {
        lessons.learn(operation, place, reply);
    }
}
