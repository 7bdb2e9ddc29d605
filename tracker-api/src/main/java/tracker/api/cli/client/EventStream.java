package tracker.api.cli.client;

import com.fasterxml.jackson.databind.JsonNode;
import java.io.BufferedReader;
import java.io.IOException;
import java.io.InputStream;
import java.io.InputStreamReader;
import java.io.UncheckedIOException;
import java.nio.charset.StandardCharsets;
import java.time.Duration;
import java.util.Map;
import java.util.function.Consumer;
import tracker.api.cli.outcome.Exit;
import tracker.api.cli.outcome.Failure;
import tracker.streams.codec.ViewJson;

/** The live log of a plan: each event once and in order, however often the line is cut. */
public final class EventStream {
    private static final Duration FIRST_PAUSE = Duration.ofMillis(200);
    private static final int MOST_DOUBLINGS = 5;

    private final Remote remote;
    private final Query query;
    private final Pause pause;
    private final Consumer<String> cuts;
    private final ViewJson json = new ViewJson();
    private long last;
    private int failures;

    /** Begins after the position {@code after}. {@code cuts} is told why a line was cut, before the next try. */
    public EventStream(Remote remote, Query query, long after, Pause pause, Consumer<String> cuts) {
        this.remote = remote;
        this.query = query;
        this.last = after;
        this.pause = pause;
        this.cuts = cuts;
    }

    /** Does not return: it ends by the tracker's refusal, by a log that is not the one it was, or by the process's end. */
    public void follow(Consumer<JsonNode> each) {
        while (true) {
            try (InputStream in = remote.open(
                            query, Map.of("Accept", "text/event-stream", "Last-Event-ID", String.valueOf(last)));
                    BufferedReader lines = new BufferedReader(new InputStreamReader(in, StandardCharsets.UTF_8))) {
                read(lines, each);
                cuts.accept("EOF");
            } catch (IOException cut) {
                cuts.accept(cut.toString());
            } catch (Failure failure) {
                if (failure.exit() != Exit.UNREACHABLE) {
                    throw failure;
                }
                cuts.accept(failure.getMessage());
            }
            rest();
        }
    }

    private void read(BufferedReader lines, Consumer<JsonNode> each) throws IOException {
        String name = "";
        StringBuilder data = new StringBuilder();
        for (String line = lines.readLine(); line != null; line = lines.readLine()) {
            if (line.isEmpty()) {
                take(name, data.toString(), each);
                name = "";
                data.setLength(0);
            } else if (line.startsWith("event:")) {
                name = line.substring("event:".length()).strip();
            } else if (line.startsWith("data:")) {
                data.append(line.substring("data:".length()).strip());
            }
        }
    }

    private void take(String name, String data, Consumer<JsonNode> each) throws IOException {
        if (data.isEmpty()) {
            return;
        }
        JsonNode content = content(data);
        if (name.equals("gap")) {
            throw Failure.refuted(
                    "日志止于 " + content.path("last") + "，未到 " + last + "：日志被截断，或不是同一份。",
                    "The log ends at " + content.path("last") + ", before " + last
                            + ": it was cut, or is another one.");
        }
        long position = content.path("position").asLong();
        if (name.equals("event") && position > last) {
            failures = 0;
            each.accept(content);
            last = position;
        }
    }

    private JsonNode content(String data) throws IOException {
        try {
            return json.read(data.getBytes(StandardCharsets.UTF_8));
        } catch (UncheckedIOException cut) {
            throw cut.getCause();
        }
    }

    private void rest() {
        try {
            pause.of(FIRST_PAUSE.multipliedBy(1L << Math.min(failures++, MOST_DOUBLINGS)));
        } catch (InterruptedException interrupted) {
            Thread.currentThread().interrupt();
            throw Failure.brokenOff("已中断。", "Interrupted.", interrupted);
        }
    }
}
