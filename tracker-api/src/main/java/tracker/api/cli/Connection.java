package tracker.api.cli;

import java.io.IOException;
import java.net.URI;
import java.net.URISyntaxException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.Map;
import java.util.regex.Pattern;
import picocli.CommandLine.Command;
import picocli.CommandLine.Model.CommandSpec;
import picocli.CommandLine.Option;
import picocli.CommandLine.Spec;
import tracker.api.cli.client.Remote;
import tracker.api.cli.outcome.Failure;

/** Where the tracker is, and who asks. A token is never an argument: everybody on the machine sees those. */
@Command
final class Connection {
    static final String URL = "TRACKER_URL";
    static final String TOKEN = "TRACKER_TOKEN";

    private static final Pattern TOKEN_FORM = Pattern.compile("[!-~]+");

    @Option(
            names = "--url",
            paramLabel = "URL",
            description = {
                "跟踪系统的地址，默认取自环境变量 TRACKER_URL，否则为 http://localhost:8080",
                "where the tracker is; TRACKER_URL of the environment unless given, or else http://localhost:8080"
            })
    private String url;

    @Option(
            names = "--token-file",
            paramLabel = "FILE",
            description = {
                "存放令牌的文件；不给出则取环境变量 TRACKER_TOKEN",
                "a file with the token; TRACKER_TOKEN of the environment unless given"
            })
    private Path tokenFile;

    @Spec(Spec.Target.MIXEE)
    private CommandSpec spec;

    Remote remote() throws IOException {
        return new Remote(uri(), token(), Output.of(spec).language().label());
    }

    private URI uri() {
        String given = url != null ? url : environment().getOrDefault(URL, "http://localhost:8080");
        try {
            URI uri = new URI(given.replaceFirst("/+$", ""));
            if (("http".equals(uri.getScheme()) || "https".equals(uri.getScheme())) && uri.getHost() != null) {
                return uri;
            }
        } catch (URISyntaxException malformed) {
            // As unusable as any other scheme.
        }
        throw Failure.unusable("不是 HTTP 地址：" + given, "That is no HTTP address: " + given);
    }

    private String token() throws IOException {
        String token = tokenFile != null
                ? Files.readString(tokenFile).strip()
                : environment().getOrDefault(TOKEN, "").strip();
        if (token.isEmpty() && tokenFile == null) {
            return null;
        }
        if (!TOKEN_FORM.matcher(token).matches()) {
            throw Failure.unusable("令牌须为一行可见字符。", "A token is one line of visible characters.");
        }
        return token;
    }

    private Map<String, String> environment() {
        return Surroundings.of(spec).environment();
    }
}
