package tracker.streams.model;

import static org.assertj.core.api.Assertions.assertThat;

import java.time.Instant;
import java.util.List;
import tracker.streams.domain.PlainJournal;
import tracker.streams.domain.command.Command;
import tracker.streams.domain.command.Handling;
import tracker.streams.domain.command.Refusal.Code;
import tracker.streams.domain.command.Result;
import tracker.streams.domain.state.Subject;
import tracker.streams.domain.view.Contribution;
import tracker.streams.domain.view.PlanView;
import tracker.streams.domain.view.Standing;
import tracker.streams.domain.view.Tally;
import tracker.streams.domain.view.View;
import tracker.streams.domain.view.Views;

/** One history, told to the model and to the domain in memory: each command fares alike with both, and in the end both say the same. */
class Run {
    final String plan;
    final PlainJournal journal;
    private final ReferenceModel model = new ReferenceModel();
    private final Teller teller;

    Run(String plan) {
        this.plan = plan;
        journal = new PlainJournal(plan);
        teller = new Teller(plan, journal);
    }

    void play(List<Op> history) {
        send(SmallPlan.registration(plan));
        history.forEach(op -> teller.tell(op).ifPresent(this::send));
        compare();
    }

    private void send(Command command) {
        Subject subject = journal.find(command.subject());
        long version = subject == null ? 0 : subject.head().version();
        ReferenceModel.Answer predicted = model.send(command, version, teller.now());
        int length = journal.events().size();
        if (!predicted.repeated()) {
            Handling.Outcome outcome = journal.handle(command, teller.now());
            Code refused = outcome.refusal() == null ? null : outcome.refusal().code();
            assertThat(refused).as("%s", command).isEqualTo(predicted.refused());
            assertThat(rows(outcome.rows())).as("%s", command).isEqualTo(predicted.rows());
        }
        if (predicted.refused() != null) {
            assertThat(journal.events()).hasSize(length);
        }
        carriedOut(command, teller.now(), predicted);
    }

    /** For those who let others carry it out too. */
    void carriedOut(Command command, Instant at, ReferenceModel.Answer predicted) {}

    static ReferenceModel.Rows rows(Result.Rows rows) {
        return rows == null
                ? null
                : new ReferenceModel.Rows(
                        rows.accepted(),
                        rows.ignored(),
                        rows.refused().stream()
                                .map(error -> Integer.valueOf(error.pointer().split("/")[2]))
                                .distinct()
                                .toList());
    }

    /** In the end. */
    void compare() {
        Log.check(journal.events());
        Shown shown = new Shown();
        Tally tally = Tally.EMPTY;
        for (Subject subject : journal.all()) {
            View view = Views.of(journal.plan(), subject).orElseThrow();
            tally = tally.plus(Contribution.of(view));
            shown.subject(Shown.encode(view));
        }
        shown.plan(PlanView.of(
                journal.plan(),
                tally,
                Standing.ofPlan(journal.plan(), journal.plan().head())));
        mustBeAsTheModelSays(shown);
    }

    void mustBeAsTheModelSays(Shown shown) {
        shown.mustBe(model.figures());
    }
}
