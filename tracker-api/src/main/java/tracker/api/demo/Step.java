package tracker.api.demo;

import java.time.LocalDate;
import tracker.streams.domain.Actor;
import tracker.streams.domain.SubjectId;
import tracker.streams.domain.command.Intent;

/** What somebody does on a day; {@code reason} may be null. */
record Step(LocalDate day, Stage stage, Actor actor, SubjectId subject, String reason, Intent intent) {}
