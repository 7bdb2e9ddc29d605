package tracker.api.demo;

import java.time.Instant;
import java.time.LocalDate;
import java.time.LocalTime;
import java.time.ZoneId;
import java.util.ArrayList;
import java.util.List;
import java.util.SortedSet;
import java.util.TreeSet;
import tracker.streams.domain.command.Command;

/** Five made-up years of the demonstration plan as commands: the same each time, each at a moment of its own, in order. */
public final class DemoHistory {
    /** When the last command is recorded. */
    static final Instant END = at(Script.LAST_DAY, LocalTime.of(20, 0));

    private static final LocalTime DAY_TURNS = LocalTime.of(0, 5);
    private static final LocalTime OFFICE_OPENS = LocalTime.of(9, 0);

    private final Script script = new Script();
    private final Rehearsal rehearsal = new Rehearsal();
    private final Reviewer reviewer = new Reviewer(script);
    private final Draws draws = Draws.of("times");
    private final List<Command> commands = new ArrayList<>();

    private DemoHistory() {}

    /** From the plan's registration to its final assessment, on the evening of its last day. */
    public static List<Command> commands() {
        return new DemoHistory().tell();
    }

    private List<Command> tell() {
        new Adjustments(script).tell();
        new OfficeStories(script).tell();
        new IndicatorStories(script).tell();
        ProjectStories projects = new ProjectStories(script);
        projects.tell();
        new MilestoneStories(script, projects).tell();
        new TaskStories(script).tell();
        new Voices(script).tell();
        new DayStories(script).tell();
        SortedSet<LocalDate> reviews = reviewer.days();
        SortedSet<LocalDate> days = new TreeSet<>(reviews);
        days.addAll(script.days());
        for (LocalDate day : days) {
            Instant moment = at(day, OFFICE_OPENS);
            for (Step step : script.of(day)) {
                moment = moment.plusSeconds(draws.between(40, 120));
                play(step, step.stage() == Stage.DAY ? at(day, DAY_TURNS) : moment);
            }
            if (reviews.contains(day)) {
                for (Step step : reviewer.review(day, rehearsal)) {
                    moment = moment.plusSeconds(draws.between(40, 120));
                    play(step, moment);
                }
            }
        }
        // The very last one ends the clock, whatever came before it that day.
        commands.set(commands.size() - 1, commands.get(commands.size() - 1).at(END));
        return List.copyOf(commands);
    }

    private void play(Step step, Instant moment) {
        String number = "%06d".formatted(commands.size() + 1);
        Command command = new Command(
                        DemoPlan.ID + "~demo-" + number,
                        step.subject(),
                        step.actor(),
                        null,
                        null,
                        step.reason(),
                        step.intent())
                .at(moment);
        rehearsal.play(command);
        commands.add(command);
    }

    private static Instant at(LocalDate day, LocalTime time) {
        return day.atTime(time).atZone(ZoneId.of("Asia/Shanghai")).toInstant();
    }
}
