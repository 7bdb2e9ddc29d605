package tracker.api.traces;

import io.micronaut.core.propagation.PropagatedContextElement;
import io.opentelemetry.context.Context;

/** The span of the request that is handled, wherever that goes on. */
record RequestSpan(Context context) implements PropagatedContextElement {}
