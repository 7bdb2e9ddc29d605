package tracker.api.http;

import io.micronaut.http.HttpRequest;
import io.micronaut.http.HttpResponse;
import io.micronaut.http.HttpStatus;
import io.micronaut.http.annotation.Controller;
import io.micronaut.http.annotation.Get;
import io.micronaut.http.annotation.Post;
import io.micronaut.http.annotation.QueryValue;
import io.micronaut.scheduling.TaskExecutors;
import io.micronaut.scheduling.annotation.ExecuteOn;
import java.util.List;
import java.util.function.Supplier;
import tracker.api.access.Needs;
import tracker.api.access.Right;
import tracker.api.audit.LogAlteredException;
import tracker.api.audit.OwnPartitions;
import tracker.api.peers.NodeMessages;
import tracker.api.peers.Place;
import tracker.api.peers.Places;
import tracker.api.view.GenerationQueries;
import tracker.streams.audit.SignedNote;

/** What other nodes ask this one of what it holds, for answers that are made of what several hold. Nobody else is answered. */
@Controller("/internal")
@ExecuteOn(TaskExecutors.BLOCKING)
@Needs(Right.BE_A_NODE)
final class NodeController {

    private final Places places;
    private final PlanList plans;
    private final OwnPartitions own;
    private final GenerationQueries generations;

    NodeController(Places places, PlanList plans, OwnPartitions own, GenerationQueries generations) {
        this.generations = generations;
        this.places = places;
        this.plans = plans;
        this.own = own;
    }

    @Get("/plans")
    HttpResponse<?> plans() {
        return Json.ok(NodeMessages.PLANS.encode(plans.here()));
    }

    @Get("/partitions/{partition}/checkpoints")
    HttpResponse<?> checkpoints(int partition) {
        return ofMine(partition, () -> notes(own.signed(partition)));
    }

    @Post("/partitions/{partition}/checkpoints")
    HttpResponse<?> sign(HttpRequest<byte[]> request, int partition) {
        NodeMessages.Sign wanted = NodeMessages.SIGN.decode(RequestBody.bytes(request));
        try {
            return ofMine(partition, () -> notes(List.of(own.upTo(partition, wanted.size(), wanted.root()))));
        } catch (LogAlteredException altered) {
            return HttpResponse.status(HttpStatus.CONFLICT);
        }
    }

    @Post("/partitions/{partition}/extension")
    HttpResponse<?> extension(HttpRequest<byte[]> request, int partition) {
        SignedNote kept =
                NodeMessages.NOTES.decode(RequestBody.bytes(request)).parsed().get(0);
        return ofMine(
                partition,
                () -> NodeMessages.EXTENSION.encode(new NodeMessages.Extension(own.extend(partition, kept))));
    }

    @Get("/generations/{number}")
    HttpResponse<?> generation(int number) {
        return generations
                .here(number)
                .<HttpResponse<?>>map(part -> Json.ok(NodeMessages.PARTS.encode(part)))
                .orElseGet(() -> HttpResponse.status(HttpStatus.MISDIRECTED_REQUEST));
    }

    @Get("/generations/{number}/plans/{plan}")
    HttpResponse<?> digest(int number, String plan, @QueryValue long position) {
        return Json.ok(NodeMessages.DIGESTS.encode(generations.digest(number, plan, position)));
    }

    private HttpResponse<?> ofMine(int partition, Supplier<byte[]> answer) {
        return places.ofPartition(partition) instanceof Place.Here
                ? Json.ok(answer.get())
                : HttpResponse.status(HttpStatus.MISDIRECTED_REQUEST);
    }

    private static byte[] notes(List<SignedNote> notes) {
        return NodeMessages.NOTES.encode(NodeMessages.Notes.of(notes));
    }
}
