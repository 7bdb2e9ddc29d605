package tracker.streams.model;

import java.time.Instant;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.SortedMap;
import tracker.streams.domain.Role;
import tracker.streams.domain.command.Command;
import tracker.streams.domain.command.Intent;
import tracker.streams.domain.command.Refusal.Code;

/**
 * The rules of domain.md, written a second time by somebody who does not care for speed: it keeps the operations that were accepted,
 * and whatever it is asked it works out from the first of them.
 */
final class ReferenceModel {
    private final List<Ledger.Done> done = new ArrayList<>();
    private final Map<String, Kept> answers = new HashMap<>();

    /** {@code refused} is null where the command was carried out, {@code rows} but for a batch; {@code repeated}: nothing is done again. */
    record Answer(Code refused, Rows rows, boolean repeated) {
        Answer again() {
            return new Answer(refused, rows, true);
        }
    }

    /** What became of a batch: how many were carried out, which said nothing new, which were refused. */
    record Rows(int accepted, List<Integer> ignored, List<Integer> refused) {}

    private record Payload(Role role, String department, String reason, Intent intent) {}

    private record Kept(Payload payload, Answer answer) {}

    /** {@code version} is the subject's, as the log counts its events. */
    Answer send(Command command, long version, Instant at) {
        Payload payload =
                new Payload(command.actor().role(), command.actor().department(), command.reason(), command.intent());
        String key = command.subject().key() + " " + command.idempotencyKey();
        Kept kept = answers.get(key);
        if (kept != null) {
            return kept.payload().equals(payload) ? kept.answer().again() : new Answer(Code.KEY_REUSED, null, true);
        }
        boolean stale = command.expectedVersion() != null && command.expectedVersion() != version;
        Answer answer = command.intent() instanceof Intent.Batch batch
                ? batch(command, batch, at)
                : new Answer(one(command, stale, at), null, false);
        answers.put(key, new Kept(payload, answer));
        return answer;
    }

    private Answer batch(Command command, Intent.Batch batch, Instant at) {
        List<Ledger.Done> before = List.copyOf(done);
        List<Integer> ignored = new ArrayList<>();
        List<Integer> refused = new ArrayList<>();
        int accepted = 0;
        for (int i = 0; i < batch.items().size(); i++) {
            Intent.Item item = batch.items().get(i);
            String reason = item.reason() == null ? command.reason() : item.reason();
            Command one = new Command("", item.subject(), command.actor(), null, null, reason, item.intent());
            if (saysNothingNew(one, at)) {
                ignored.add(i);
            } else if (one(correcting(one, item), false, at) == null) {
                accepted++;
            } else {
                refused.add(i);
            }
        }
        if (batch.allOrNothing() && !refused.isEmpty()) {
            done.clear();
            done.addAll(before);
            return new Answer(Code.INVALID, null, false);
        }
        return new Answer(null, new Rows(accepted, ignored, refused), false);
    }

    /** A row that says why corrects what is in force for its period. */
    private Command correcting(Command one, Intent.Item item) {
        Sheet sheet = ledger().sheets.get(one.subject().key());
        boolean corrects = item.reason() != null
                && sheet != null
                && one.intent() instanceof Intent.ReportProgress sent
                && sheet.inForce(sent.report().period()) != null;
        return corrects
                ? new Command(
                        "",
                        one.subject(),
                        one.actor(),
                        null,
                        null,
                        one.reason(),
                        new Intent.CorrectReport(((Intent.ReportProgress) one.intent()).report()))
                : one;
    }

    private boolean saysNothingNew(Command command, Instant at) {
        Ledger ledger = ledger();
        Sheet sheet = ledger.sheets.get(command.subject().key());
        return sheet != null
                && command.intent() instanceof Intent.ReportProgress sent
                && new Judge(ledger, command.subject(), command.actor(), sent, null, at).mayAct()
                && sheet.inUnit(sent.report())
                        .equals(sheet.inForce(sent.report().period()));
    }

    /** Null where it was carried out. */
    private Code one(Command command, boolean stale, Instant at) {
        Code refused = new Judge(ledger(), command.subject(), command.actor(), command.intent(), command.reason(), at)
                .refuses(stale);
        if (refused == null) {
            Instant last = done.isEmpty() ? at : done.get(done.size() - 1).at();
            done.add(new Ledger.Done(command.subject(), command.intent(), at.isBefore(last) ? last : at));
        }
        return refused;
    }

    Ledger ledger() {
        return Ledger.of(done);
    }

    /** Everything there is to say, as {@link Shown} reads it from the views. */
    SortedMap<String, String> figures() {
        return new Summary(ledger(), OpenAlarms.after(done)).figures();
    }
}
