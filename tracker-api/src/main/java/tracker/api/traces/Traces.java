package tracker.api.traces;

import io.micronaut.context.annotation.Bean;
import io.micronaut.context.annotation.Factory;
import io.micronaut.context.annotation.Property;
import io.micronaut.context.annotation.Requires;
import io.opentelemetry.api.common.AttributeKey;
import io.opentelemetry.api.common.Attributes;
import io.opentelemetry.api.trace.Tracer;
import io.opentelemetry.api.trace.propagation.W3CTraceContextPropagator;
import io.opentelemetry.context.propagation.TextMapPropagator;
import io.opentelemetry.exporter.otlp.http.trace.OtlpHttpSpanExporter;
import io.opentelemetry.sdk.resources.Resource;
import io.opentelemetry.sdk.trace.SdkTracerProvider;
import io.opentelemetry.sdk.trace.export.BatchSpanProcessor;
import io.opentelemetry.sdk.trace.samplers.Sampler;
import jakarta.inject.Singleton;
import java.net.URI;
import java.time.Duration;
import tracker.api.NodeSettings;

/** Sends spans to a collector, in the background: where it is slow or away, spans are dropped and nobody waits. */
@Factory
@Requires(property = Traces.SETTING)
final class Traces {
    static final String SETTING = "tracker.traces";
    static final TextMapPropagator W3C = W3CTraceContextPropagator.getInstance();

    private static final String PATH = "/v1/traces";
    private static final Duration SEND_WITHIN = Duration.ofSeconds(5);
    private static final Duration SEND_EVERY = Duration.ofSeconds(1);

    @Singleton
    @Bean(preDestroy = "close")
    SdkTracerProvider provider(
            @Property(name = SETTING) String collector,
            @Property(name = "tracker.traces-ratio", defaultValue = "1") double ratio,
            NodeSettings settings) {
        OtlpHttpSpanExporter exporter = OtlpHttpSpanExporter.builder()
                .setEndpoint(endpoint(collector))
                .setTimeout(SEND_WITHIN)
                // A stop would wait for the attempts.
                .setRetryPolicy(null)
                .build();
        Resource node = Resource.getDefault()
                .merge(Resource.create(Attributes.of(
                        AttributeKey.stringKey("service.name"),
                        "tracker",
                        AttributeKey.stringKey("service.instance.id"),
                        settings.node())));
        return SdkTracerProvider.builder()
                .setResource(node)
                .setSampler(Sampler.parentBased(Sampler.traceIdRatioBased(ratio)))
                .addSpanProcessor(BatchSpanProcessor.builder(exporter)
                        .setScheduleDelay(SEND_EVERY)
                        .setExporterTimeout(SEND_WITHIN)
                        .build())
                .build();
    }

    @Singleton
    Tracer tracer(SdkTracerProvider provider) {
        return provider.get("tracker");
    }

    /** A collector is named by its address, or by the whole address of its traces. */
    private static String endpoint(String collector) {
        String path = URI.create(collector).getPath();
        return path.isEmpty() || path.equals("/") ? collector.replaceAll("/$", "") + PATH : collector;
    }
}
