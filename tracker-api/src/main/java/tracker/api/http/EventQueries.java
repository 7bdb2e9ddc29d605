package tracker.api.http;

import io.micronaut.http.HttpParameters;
import io.micronaut.http.HttpRequest;
import jakarta.inject.Singleton;
import tracker.api.persons.Persons;
import tracker.api.view.EventQuery;

/** Which events a request asks for: the same parameters for a replay and for an export. */
@Singleton
final class EventQueries {
    private final Persons persons;

    EventQueries(Persons persons) {
        this.persons = persons;
    }

    EventQuery of(HttpRequest<?> request, String plan) {
        HttpParameters parameters = request.getParameters();
        String actor = parameters.get("actor");
        return new EventQuery(
                parameters.get("subject"),
                parameters.get("type"),
                actor == null ? null : persons.recorded(plan, actor),
                Times.parse("from", parameters.get("from")),
                Times.parse("to", parameters.get("to")));
    }
}
