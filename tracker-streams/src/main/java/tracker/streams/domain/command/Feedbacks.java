package tracker.streams.domain.command;

import java.util.ArrayList;
import java.util.List;
import tracker.streams.domain.SubjectId;
import tracker.streams.domain.event.Fact;
import tracker.streams.domain.state.Subject.FeedbackState;

/** What people have to say, what the planning office makes of it, and what they are answered. */
final class Feedbacks {
    private static final int MAX_TEXT = 2000;

    private Feedbacks() {}

    static Decision post(Subjects subjects, Command command, Intent.PostFeedback post) {
        List<FieldError> errors = new ArrayList<>();
        Texts.require(errors, "/text", post.text(), MAX_TEXT);
        if (post.about() != null) {
            SubjectId about = Handling.named(command.subject().plan(), post.about());
            if (about == null || subjects.find(about) == null) {
                errors.add(FieldError.of("/about", "unknown-subject", "规划中没有这个对象。", "The plan has no such subject."));
            }
        }
        return Decider.checked(errors, new Fact.FeedbackPosted(post.about(), post.text()));
    }

    static Decision decide(FeedbackState feedback, Intent intent) {
        if (intent instanceof Intent.ModerateFeedback moderate) {
            return Decision.accept(new Fact.FeedbackModerated(moderate.published()));
        }
        if (intent instanceof Intent.AnswerFeedback answer) {
            List<FieldError> errors = new ArrayList<>();
            Texts.require(errors, "/text", answer.text(), MAX_TEXT);
            return Decider.checked(errors, new Fact.FeedbackAnswered(answer.text()));
        }
        return Decider.unknownSubject();
    }
}
