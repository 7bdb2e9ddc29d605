package tracker.api.bulk;

import com.github.benmanes.caffeine.cache.Cache;
import com.github.benmanes.caffeine.cache.Caffeine;
import jakarta.inject.Singleton;
import java.time.Duration;
import java.util.ArrayList;
import java.util.Comparator;
import java.util.List;
import java.util.Optional;
import java.util.concurrent.CompletableFuture;
import tracker.api.command.CommandGateway;
import tracker.api.persons.Persons;
import tracker.api.tables.Table;
import tracker.api.tables.TableFault;
import tracker.api.tables.TableLimits;
import tracker.api.tables.Tables;
import tracker.api.tables.UnreadableTableException;
import tracker.api.view.CommandQueries;
import tracker.api.view.PlanQueries;
import tracker.streams.domain.Actor;
import tracker.streams.domain.Period;
import tracker.streams.domain.SubjectId;
import tracker.streams.domain.command.Command;
import tracker.streams.domain.command.FieldError;
import tracker.streams.domain.command.Intent;
import tracker.streams.domain.command.Refusal;
import tracker.streams.domain.command.Result;
import tracker.streams.domain.view.PlanSnapshot;

/** Takes in sheets of reports: each is one command, and so one transaction. How far an import is can be asked while it goes on. */
@Singleton
public final class Imports {
    private static final Duration WAIT = Duration.ofMinutes(2);
    private static final Duration REMEMBERED = Duration.ofHours(1);

    private final CommandGateway gateway;
    private final PlanQueries queries;
    private final CommandQueries commands;
    private final Persons persons;
    private final Cache<String, ImportProgress> running =
            Caffeine.newBuilder().expireAfterWrite(REMEMBERED).build();

    Imports(CommandGateway gateway, PlanQueries queries, CommandQueries commands, Persons persons) {
        this.gateway = gateway;
        this.persons = persons;
        this.queries = queries;
        this.commands = commands;
    }

    /** How a sheet is to be taken in: {@code partial} takes the good rows and leaves the others. {@code key} may be null. */
    public record Wish(String plan, Actor actor, String key, boolean dryRun, boolean partial) {}

    /** What became of it: {@code result} may be a refusal; {@code faults} are all that were found, by row and column. */
    public record Outcome(Result result, List<TableFault> faults) {}

    /** The workbook for a department and a period; empty where there is no such plan. */
    public Optional<byte[]> form(String plan, String department, Period period) {
        return queries.now(plan).map(now -> ReportForm.write(now.snapshot(), department, period));
    }

    public String newId(String plan) {
        String id = CommandGateway.newId(plan);
        running.put(id, ImportProgress.reading(0, 0));
        return id;
    }

    /** Fails with {@link UnreadableTableException} where the file is no sheet of reports. */
    public CompletableFuture<Outcome> start(String id, byte[] file, Wish wish) {
        List<Table> tables = Tables.read(ReportColumns.TABLE, file, TableLimits.DEFAULT);
        PlanSnapshot snapshot = queries.now(wish.plan()).orElseThrow().snapshot();
        int rows = tables.stream().mapToInt(table -> table.rows().size()).sum();
        ReportSheet.Contents contents =
                ReportSheet.read(tables, snapshot, row -> running.put(id, ImportProgress.reading(row, rows)));
        running.put(id, ImportProgress.deciding(rows));
        // Where rows cannot be read, the others are only tried: all that is wrong is to be said at once.
        boolean refusedAlready = !contents.faults().isEmpty() && !wish.partial();
        Command command = new Command(
                id,
                SubjectId.ofPlan(wish.plan()),
                wish.actor(),
                null,
                wish.key(),
                null,
                new Intent.Batch(contents.items(), !wish.partial() && !refusedAlready));
        return gateway.send(persons.concealed(wish.dryRun() || refusedAlready ? command.asDryRun() : command), WAIT)
                .thenApply(result -> outcome(contents.faults(), refusedAlready, result))
                .whenComplete((outcome, fault) -> {
                    if (outcome == null) {
                        running.invalidate(id);
                    } else {
                        running.put(id, ImportProgress.done(rows, outcome));
                    }
                });
    }

    /** As {@link #start}, for nobody who waits: what became of it is asked for later. */
    public void startUnattended(String id, byte[] file, Wish wish) {
        try {
            var unused = start(id, file, wish);
        } catch (UnreadableTableException unreadable) {
            Result refused = new Result(
                    id, SubjectId.ofPlan(wish.plan()), wish.actor(), new Result.Refused(Refusal.invalid(List.of())));
            running.put(id, ImportProgress.done(0, new Outcome(refused, unreadable.faults())));
        }
    }

    /** Empty where no such import is known, or it was forgotten. */
    public Optional<ImportProgress> progress(String plan, String id, Actor actor) {
        ImportProgress known = running.getIfPresent(id);
        return known != null
                ? Optional.of(known)
                : commands.result(plan, id)
                        .filter(result -> persons.opened(result.actor()).equals(actor))
                        .map(result -> ImportProgress.done(0, outcome(List.of(), false, result)));
    }

    private static Outcome outcome(List<TableFault> read, boolean refusedAlready, Result result) {
        List<TableFault> faults = new ArrayList<>(read);
        errors(result).forEach(error -> faults.add(fault(error)));
        faults.sort(Comparator.comparingInt(TableFault::row));
        Result shown = refusedAlready
                ? new Result(
                        result.commandId(),
                        result.subject(),
                        result.actor(),
                        new Result.Refused(Refusal.invalid(List.of())))
                : result;
        return new Outcome(shown, faults);
    }

    private static List<FieldError> errors(Result result) {
        if (result.outcome() instanceof Result.Refused refused) {
            return refused.refusal().code() == Refusal.Code.INVALID
                    ? refused.refusal().errors()
                    : List.of();
        }
        Result.Rows rows = ((Result.Accepted) result.outcome()).rows();
        return rows == null ? List.of() : rows.refused();
    }

    private static TableFault fault(FieldError error) {
        String[] steps = error.pointer().split("/", 4);
        String pointer = steps.length > 3 ? "/" + steps[3] : "";
        return new TableFault(
                ReportColumns.TABLE,
                Integer.parseInt(steps[2]),
                ReportColumns.of(pointer, error.code()),
                error.code(),
                error.message());
    }
}
