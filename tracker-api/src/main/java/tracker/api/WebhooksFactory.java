package tracker.api;

import io.micronaut.context.annotation.Bean;
import io.micronaut.context.annotation.Factory;
import jakarta.inject.Singleton;
import java.security.SecureRandom;
import java.time.Clock;
import tracker.api.blobs.BlobStore;
import tracker.api.persons.Persons;
import tracker.api.view.LogQueries;
import tracker.api.view.PlanQueries;
import tracker.api.webhooks.Counts;
import tracker.api.webhooks.Courier;
import tracker.api.webhooks.Envelope;
import tracker.api.webhooks.Line;
import tracker.api.webhooks.RepeatedRequests;
import tracker.api.webhooks.Secrets;
import tracker.api.webhooks.WebhookTable;
import tracker.api.webhooks.Webhooks;
import tracker.api.webhooks.WebhooksSettings;
import tracker.api.webhooks.log.TopicRows;
import tracker.api.webhooks.rules.Backoff;
import tracker.api.webhooks.rules.TargetRules;
import tracker.api.webhooks.sending.HttpSender;
import tracker.api.webhooks.sending.Sender;
import tracker.api.webhooks.sending.Targets;
import tracker.streams.codec.EventCodec;
import tracker.streams.runtime.StreamsSettings;

/** Puts the parts of the webhooks together. */
@Factory
final class WebhooksFactory {
    @Singleton
    TargetRules targetRules(WebhooksSettings settings) {
        return new TargetRules(settings.allowHttp(), settings.allowedHosts());
    }

    /** Closed by the courier. */
    @Singleton
    WebhookTable webhookTable(StreamsSettings streams) {
        return new WebhookTable(new TopicRows(streams));
    }

    /** Closed by the courier. */
    @Singleton
    Sender sender(TargetRules rules, WebhooksSettings settings, Clock clock) {
        return new HttpSender(
                rules,
                settings.connectTimeout(),
                settings.answerTimeout(),
                settings.parallel() + Webhooks.PINGS,
                clock);
    }

    @Singleton
    Secrets secrets(BlobStore store) {
        return new Secrets(store, new SecureRandom());
    }

    @Singleton
    Envelope envelope(PlanQueries queries, Persons persons) {
        return new Envelope(queries, persons);
    }

    @Singleton
    Webhooks webhooks(
            WebhookTable table,
            Secrets secrets,
            TargetRules rules,
            Sender sender,
            Envelope envelope,
            Clock clock,
            WebhooksSettings settings) {
        return new Webhooks(
                table,
                secrets,
                new Targets(rules),
                sender,
                envelope,
                clock,
                settings.secretOverlap(),
                settings.perPlan());
    }

    @Singleton
    RepeatedRequests repeatedRequests(WebhookTable table, Clock clock, TrackerSettings settings) {
        return new RepeatedRequests(table, clock, settings.getAnswerRetention());
    }

    @Singleton
    @Bean(preDestroy = "close")
    Courier courier(
            WebhookTable table,
            PlanQueries queries,
            LogQueries log,
            EventCodec codec,
            Envelope envelope,
            Secrets secrets,
            Sender sender,
            Clock clock,
            WebhooksSettings settings) {
        Backoff backoff = new Backoff(settings.attempts(), settings.firstRetry(), settings.longestRetry());
        Line.Parts parts = new Line.Parts(
                queries, codec, envelope, secrets, sender, backoff, new Counts(), clock, settings.deadLetters());
        return new Courier(table, parts, log::isHere, clock, settings.parallel());
    }
}
