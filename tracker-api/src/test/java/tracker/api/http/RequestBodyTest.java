package tracker.api.http;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import java.nio.charset.StandardCharsets;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;
import tracker.streams.domain.command.FieldError;

class RequestBodyTest {
    @ParameterizedTest
    @ValueSource(strings = {"1.50", "123456789012345678901234567890", "-0.000", "1e5"})
    void aFigureIsKeptDigitForDigitAsANumberAndAsAText(String figure) {
        RequestBody body = parse("{\"number\":%s,\"text\":\"%s\"}".formatted(figure, figure));

        assertThat(body.decimal("number")).isEqualTo(new java.math.BigDecimal(figure));
        assertThat(body.decimal("text")).isEqualTo(new java.math.BigDecimal(figure));
    }

    @Test
    void everyFaultIsKeptWithItsPlace() {
        RequestBody body = parse("{\"a\":1,\"b\":\"x\",\"list\":[1,{\"c\":2}],\"d/e\":0}");
        body.text("a");
        body.decimal("b");
        body.objects("list").forEach(one -> one.text("c"));
        body.requiredText("f");
        body.requireNothingElse();

        assertThatThrownBy(body::requireValid)
                .isInstanceOfSatisfying(ProblemException.class, problem -> assertThat(problem.errors())
                        .extracting(FieldError::pointer)
                        .containsExactly("/a", "/b", "/list/0", "/list/1/c", "/f", "/d~1e"));
    }

    @Test
    void deepNestingIsRefusedNotFollowed() {
        assertThatThrownBy(() -> parse("{\"a\":" + "[".repeat(100_000)))
                .isInstanceOfSatisfying(ProblemException.class, problem -> assertThat(problem.type())
                        .isEqualTo(Problem.Type.MALFORMED));
    }

    private static RequestBody parse(String json) {
        return RequestBody.parse(json.getBytes(StandardCharsets.UTF_8));
    }
}
