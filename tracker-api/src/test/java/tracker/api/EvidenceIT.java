package tracker.api;

import static org.assertj.core.api.Assertions.assertThat;
import static org.awaitility.Awaitility.await;

import com.fasterxml.jackson.databind.JsonNode;
import java.io.IOException;
import java.io.InputStream;
import java.io.PipedInputStream;
import java.io.PipedOutputStream;
import java.io.UncheckedIOException;
import java.net.URLEncoder;
import java.net.http.HttpRequest.BodyPublisher;
import java.net.http.HttpRequest.BodyPublishers;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.security.MessageDigest;
import java.security.NoSuchAlgorithmException;
import java.util.Base64;
import java.util.HexFormat;
import java.util.List;
import java.util.Map;
import java.util.Random;
import java.util.concurrent.CompletableFuture;
import java.util.stream.Stream;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.Test;

/** Evidence from the hand of a department to that of the auditor, and what is kept from whom. */
class EvidenceIT extends RunningTracker {
    private static final String EVIDENCE = TestClient.PLAN + "/evidence";
    private static final int MIB = 1 << 20;

    private TestClient economy;
    private TestClient construction;
    private TestClient auditor;

    @Override
    Map<String, Object> settings() {
        return Map.of();
    }

    @BeforeAll
    void know() {
        economy = client("department:economy");
        construction = client("department:construction");
        auditor = client("auditor");
    }

    @Test
    void theAuditorTakesWhatADepartmentCitedAndHoldsItAgainstTheLog() throws Exception {
        byte[] file = bytes(1, 200_000);
        TestClient.Answer kept = upload(
                economy, "年报 \"2022\".pdf", file, "Content-Type", "application/pdf", "Repr-Digest", digest(file));
        assertThat(kept.status()).as(kept.toString()).isEqualTo(201);
        String sha256 = sha256(file);
        assertThat(kept.json().toString())
                .isEqualTo(("{\"name\":\"年报 \\\"2022\\\".pdf\",\"sha256\":\"%s\",\"size\":200000,"
                                + "\"mediaType\":\"application/pdf\",\"uri\":\"%s/%s\"}")
                        .formatted(sha256, EVIDENCE, sha256));
        assertThat(kept.header("Location")).isEqualTo(EVIDENCE + "/" + sha256);
        JsonNode cited = kept.json();
        TestClient.Answer reported = economy.post(
                indicator("I01") + "/reports",
                ("{\"period\":\"2022\",\"value\":3600,\"unit\":\"亿元\",\"evidence\":"
                                + "[{\"name\":%s,\"uri\":%s,\"sha256\":%s}]}")
                        .formatted(cited.get("name"), cited.get("uri"), cited.get("sha256")));
        assertThat(reported.status()).as(reported.toString()).isEqualTo(201);

        JsonNode logged = auditor.get(TestClient.PLAN + "/events?subject=I01&type=ProgressReported")
                .json()
                .findPath("evidence")
                .path(0);
        TestClient.Answer taken = auditor.get(logged.path("uri").asText());
        assertThat(taken.status()).isEqualTo(200);
        assertThat(sha256(taken.bytes())).isEqualTo(logged.path("sha256").asText());
        assertThat(taken.header("Repr-Digest")).isEqualTo(digest(file));
        assertThat(taken.header("ETag")).isEqualTo("\"" + sha256 + "\"");
        assertThat(taken.header("Content-Type")).isEqualTo("application/pdf");
        assertThat(taken.header("Content-Length")).isEqualTo("200000");
        assertThat(taken.header("Last-Modified")).doesNotContain("1970");
        assertThat(taken.header("X-Content-Type-Options")).isEqualTo("nosniff");
        assertThat(taken.header("Content-Disposition"))
                .isEqualTo("attachment; filename=\"__ _2022_.pdf\"; "
                        + "filename*=UTF-8''%E5%B9%B4%E6%8A%A5%20%222022%22.pdf");

        TestClient.Answer head = auditor.head(logged.path("uri").asText());
        assertThat(head.status()).isEqualTo(200);
        assertThat(head.bytes()).isEmpty();
        assertThat(head.header("Content-Length")).isEqualTo("200000");
        assertThat(head.header("Repr-Digest")).isEqualTo(digest(file));
        TestClient.Answer known = auditor.get(kept.header("Location"), "If-None-Match", "\"" + sha256 + "\"");
        assertThat(known.status()).isEqualTo(304);
        assertThat(known.bytes()).isEmpty();
        TestClient.Answer again = upload(economy, "年报 \"2022\".pdf", file, "Content-Type", "application/pdf");
        assertThat(again.status()).isEqualTo(200);
        assertThat(again.bytes()).isEqualTo(kept.bytes());
    }

    @Test
    void aDepartmentHasItsOwnAndDoesNotHearOfAnothers() {
        byte[] file = bytes(2, 1000);
        String place = upload(economy, "a.bin", file).header("Location");
        TestClient.Answer refused = construction.get(place, "Accept-Language", "zh");
        TestClient.Answer unknown = construction.get(EVIDENCE + "/" + "0".repeat(64), "Accept-Language", "zh");
        assertThat(refused.status()).isEqualTo(404);
        assertThat(refused.json().path("type").asText()).isEqualTo("/problems/unknown-evidence");
        assertThat(refused.json().path("detail").asText()).isEqualTo("没有这份证明材料。");
        assertThat(refused.bytes()).isEqualTo(unknown.bytes());
        assertThat(construction.get(place, "If-None-Match", "*").status()).isEqualTo(404);

        assertThat(upload(construction, "b.bin", file).status())
                .as("as if it were the first")
                .isEqualTo(201);
        assertThat(construction.get(place).bytes()).isEqualTo(file);
        for (TestClient reader : List.of(economy, office, auditor)) {
            assertThat(reader.get(place).bytes()).isEqualTo(file);
        }
        TestClient.Answer dashboard = client("dashboard").get(place);
        assertThat(dashboard.status()).isEqualTo(403);
        assertThat(dashboard.json().path("missingRight").asText()).isEqualTo("read-evidence");
        assertThat(TestClient.anonymous(tracker.port()).get(place).status()).isEqualTo(401);
        assertThat(upload(auditor, "c.bin", file).status()).isEqualTo(403);
    }

    @Test
    void aFlippedByteIsAProblemAndNoBytes() throws IOException {
        byte[] file = bytes(3, 100_000);
        String place = upload(economy, "a.bin", file).header("Location");
        Path content = content(sha256(file));
        byte[] flipped = Files.readAllBytes(content);
        flipped[77_777] ^= 1;
        Files.write(content, flipped);
        TestClient.Answer damaged = auditor.get(place, "Accept-Language", "zh");
        assertThat(damaged.status()).isEqualTo(500);
        assertThat(damaged.json().path("type").asText()).isEqualTo("/problems/evidence-damaged");
        assertThat(damaged.json().path("title").asText()).isEqualTo("证明材料已损坏");
        assertThat(auditor.head(place).status()).isEqualTo(500);
        assertThat(upload(economy, "a.bin", file).status()).isEqualTo(200);
        assertThat(auditor.get(place).bytes())
                .as("mended by handing it in again")
                .isEqualTo(file);
    }

    @Test
    void whatArrivesIsOnDiskBeforeTheRestIsSent() throws Exception {
        byte[] file = bytes(4, 30 * MIB);
        PipedInputStream in = new PipedInputStream(MIB);
        try (PipedOutputStream out = new PipedOutputStream(in)) {
            CompletableFuture<TestClient.Answer> answer = CompletableFuture.supplyAsync(
                    () -> economy.postStream(EVIDENCE + "?name=big.bin", BodyPublishers.ofInputStream(() -> in)));
            out.write(file, 0, 20 * MIB);
            await().until(() -> files(data.resolve("drafts")).anyMatch(draft -> size(draft) >= 18L * MIB));
            assertThat(answer).isNotDone();
            out.write(file, 20 * MIB, 10 * MIB);
            out.close();
            assertThat(answer.get().json().path("sha256").asText()).isEqualTo(sha256(file));
        }
        assertThat(files(data.resolve("drafts"))).isEmpty();
        assertThat(sha256(auditor.get(EVIDENCE + "/" + sha256(file)).bytes())).isEqualTo(sha256(file));
    }

    @Test
    void whatIsTooLargeIsRefusedAndNothingOfItIsKept() {
        BodyPublisher chunked = BodyPublishers.ofInputStream(() -> zeros(60 * MIB));
        for (BodyPublisher body : List.of(chunked, BodyPublishers.fromPublisher(chunked, 60L * MIB))) {
            TestClient.Answer refused = economy.postStream(EVIDENCE + "?name=huge.bin", body);
            assertThat(refused.status()).as(refused.toString()).isEqualTo(413);
            assertThat(refused.json().path("type").asText()).isEqualTo("/problems/evidence-too-large");
        }
        assertThat(files(data.resolve("drafts"))).isEmpty();
        assertThat(files(data.resolve("files")).filter(file -> size(file) > 50L * MIB))
                .isEmpty();
        assertThat(economy.postStream(EVIDENCE + "?name=most.bin", BodyPublishers.ofInputStream(() -> zeros(50 * MIB)))
                        .status())
                .isEqualTo(201);
    }

    @Test
    void noOtherRouteTakesMoreThanBefore() {
        byte[] large = new byte[11 * MIB];
        assertThat(economy.postFile(TestClient.PLAN + "/imports", large).status())
                .isEqualTo(413);
        assertThat(economy.postStream(TestClient.PLAN + "/imports", BodyPublishers.ofInputStream(() -> zeros(11 * MIB)))
                        .status())
                .isEqualTo(413);
        assertThat(economy.post(indicator("I02") + "/reports", "{\"note\":\"" + "x".repeat(11 * MIB) + "\"}")
                        .status())
                .isEqualTo(413);
    }

    @Test
    void whatIsWrongWithAnUploadIsSaid() {
        byte[] file = bytes(5, 100);
        for (String name : List.of("", "?name=", "?name=a%0Ab", "?name=a%00b", "?name=" + "x".repeat(201))) {
            TestClient.Answer refused = economy.postFile(EVIDENCE + name, file, "Accept-Language", "zh");
            assertThat(refused.status()).as(name).isEqualTo(422);
            assertThat(refused.json().at("/errors/0/pointer").asText()).isEqualTo("/name");
            assertThat(refused.header("Content-Language")).isEqualTo("zh");
        }
        TestClient.Answer empty = upload(economy, "a", new byte[0]);
        assertThat(empty.status()).isEqualTo(422);
        assertThat(empty.json().at("/errors/0/code").asText()).isEqualTo("required");
        for (String field : List.of("Content-Digest", "Repr-Digest")) {
            TestClient.Answer other = upload(economy, "a", file, field, digest(bytes(6, 100)));
            assertThat(other.status()).isEqualTo(422);
            assertThat(other.json().path("type").asText()).isEqualTo("/problems/digest-mismatch");
        }
        assertThat(upload(economy, "a", file, "Content-Digest", "sha-256=:short:")
                        .status())
                .isEqualTo(400);
        assertThat(content(sha256(file))).doesNotExist();
        assertThat(economy.postFile("/api/v1/plans/none/evidence?name=a", file).status())
                .isEqualTo(404);
    }

    @Test
    void noPathLeadsElsewhere() {
        for (String path :
                List.of("/..%2f..", "/..%2F..%2Ftokens.json", "/%2e%2e", "/abc", "/" + "G".repeat(64), "/x%00")) {
            TestClient.Answer answer = auditor.get(EVIDENCE + path);
            assertThat(answer.status()).as(path).isEqualTo(404);
        }
        assertThat(auditor.get("/api/v1/plans/..%2f../evidence/" + "0".repeat(64))
                        .status())
                .isEqualTo(404);
        assertThat(auditor.get("/api/v1/plans/none/evidence/" + "0".repeat(64))
                        .json()
                        .path("type")
                        .asText())
                .isEqualTo("/problems/unknown-plan");
    }

    @Test
    void whateverItIsItComesBackAsItIs() {
        byte[] page = "<script>alert(1)</script>\r\n".repeat(500).getBytes(StandardCharsets.UTF_8);
        for (String type : List.of(
                "text/html; charset=gb18030",
                "application/x-www-form-urlencoded",
                "multipart/form-data; boundary=x",
                "application/json")) {
            byte[] file = (type + new String(page, StandardCharsets.UTF_8)).getBytes(StandardCharsets.UTF_8);
            TestClient.Answer kept = upload(economy, "a.html", file, "Content-Type", type);
            assertThat(kept.status()).as(type + kept).isEqualTo(201);
            TestClient.Answer taken = economy.get(kept.header("Location"), "Accept-Encoding", "gzip");
            assertThat(taken.header("Content-Type")).isEqualTo(type);
            assertThat(taken.bytes()).as(type).isEqualTo(file);
            assertThat(taken.header("Content-Security-Policy")).startsWith("sandbox");
        }
        TestClient.Answer nonsense = upload(economy, "a", bytes(8, 10), "Content-Type", "no type at all");
        assertThat(nonsense.json().path("mediaType").asText()).isEqualTo("application/octet-stream");
    }

    private static TestClient.Answer upload(TestClient client, String name, byte[] file, String... headers) {
        String encoded = URLEncoder.encode(name, StandardCharsets.UTF_8);
        return client.postStream(EVIDENCE + "?name=" + encoded, BodyPublishers.ofByteArray(file), headers);
    }

    private Path content(String sha256) {
        return data.resolve("files/evidence/changsha-hitech-14fyp/" + sha256 + "/content");
    }

    private static Stream<Path> files(Path folder) {
        try (Stream<Path> files = Files.walk(folder)) {
            return files.filter(Files::isRegularFile).toList().stream();
        } catch (IOException cause) {
            throw new UncheckedIOException(cause);
        }
    }

    private static long size(Path file) {
        return file.toFile().length();
    }

    private static byte[] bytes(int seed, int size) {
        byte[] bytes = new byte[size];
        new Random(seed).nextBytes(bytes);
        return bytes;
    }

    private static InputStream zeros(long size) {
        return new InputStream() {
            private long left = size;

            @Override
            public int read() {
                return left-- > 0 ? 0 : -1;
            }

            @Override
            public int read(byte[] into, int from, int most) {
                int read = (int) Math.min(most, left);
                left -= read;
                return read == 0 && most > 0 ? -1 : read;
            }
        };
    }

    private static String digest(byte[] file) {
        return "sha-256=:" + Base64.getEncoder().encodeToString(HexFormat.of().parseHex(sha256(file))) + ":";
    }

    private static String sha256(byte[] file) {
        try {
            return HexFormat.of().formatHex(MessageDigest.getInstance("SHA-256").digest(file));
        } catch (NoSuchAlgorithmException impossible) {
            throw new IllegalStateException(impossible);
        }
    }
}
