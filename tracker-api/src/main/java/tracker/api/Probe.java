package tracker.api;

import java.io.IOException;
import java.io.InputStream;
import java.net.HttpURLConnection;
import java.net.URI;
import java.nio.charset.StandardCharsets;
import java.time.Duration;

/** Asks for a tracker's health, for containers that have neither shell nor curl: ends with 0 where the answer is 200, and with 1 else. */
public final class Probe {
    private static final int WITHIN_MILLIS = (int) Duration.ofSeconds(5).toMillis();

    private Probe() {}

    public static void main(String[] arguments) {
        System.exit(isWell(URI.create(arguments[0])) ? 0 : 1);
    }

    /** The older client of the JDK's: it starts in half the time, and each look is a new process. */
    private static boolean isWell(URI address) {
        try {
            HttpURLConnection connection = (HttpURLConnection) address.toURL().openConnection();
            connection.setConnectTimeout(WITHIN_MILLIS);
            connection.setReadTimeout(WITHIN_MILLIS);
            boolean well = connection.getResponseCode() == HttpURLConnection.HTTP_OK;
            try (InputStream body = well ? connection.getInputStream() : connection.getErrorStream()) {
                System.out.println(body == null ? "" : new String(body.readAllBytes(), StandardCharsets.UTF_8));
            }
            return well;
        } catch (IOException absent) {
            System.out.println(absent);
            return false;
        }
    }
}
