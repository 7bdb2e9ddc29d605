package tracker.api.http;

import com.fasterxml.jackson.core.JsonProcessingException;
import com.fasterxml.jackson.core.StreamReadFeature;
import com.fasterxml.jackson.databind.DeserializationFeature;
import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.ObjectMapper;
import com.fasterxml.jackson.databind.cfg.JsonNodeFeature;
import com.fasterxml.jackson.databind.json.JsonMapper;
import com.fasterxml.jackson.databind.node.ObjectNode;
import io.netty.handler.codec.http.QueryStringDecoder;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.ByteBuffer;
import java.nio.charset.CharacterCodingException;
import java.nio.charset.StandardCharsets;

/** Makes one object of a body's bytes, digit for digit; what is none is a MALFORMED problem. */
final class BodyReader {
    private static final ObjectMapper MAPPER = JsonMapper.builder()
            .enable(StreamReadFeature.STRICT_DUPLICATE_DETECTION)
            .enable(DeserializationFeature.FAIL_ON_TRAILING_TOKENS)
            .enable(DeserializationFeature.USE_BIG_DECIMAL_FOR_FLOATS)
            .enable(DeserializationFeature.USE_BIG_INTEGER_FOR_INTS)
            .disable(JsonNodeFeature.STRIP_TRAILING_BIGDECIMAL_ZEROES)
            .build();

    private static final String BYTE_ORDER_MARK = "\uFEFF";

    private BodyReader() {}

    /** {@code bytes} are JSON in UTF-8; null for a body that there is not. */
    static ObjectNode json(byte[] bytes) {
        try {
            JsonNode node = bytes == null || bytes.length == 0 ? null : MAPPER.readTree(text(bytes));
            if (!(node instanceof ObjectNode object)) {
                throw new ProblemException(
                        Problem.Type.MALFORMED, "请求体须是一个 JSON 对象。", "The body must be one JSON object.");
            }
            return object;
        } catch (JsonProcessingException malformed) {
            var place = malformed.getLocation();
            String at = place == null ? "" : " (" + place.getLineNr() + ":" + place.getColumnNr() + ")";
            throw new ProblemException(
                    Problem.Type.MALFORMED, "请求体不是正确的 JSON" + at + "。", "The body is not well-formed JSON" + at + ".");
        } catch (NumberFormatException exponentBeyondAll) {
            throw new ProblemException(
                    Problem.Type.MALFORMED, "请求体中有无法表示的数字。", "A number in the body is beyond all bounds.");
        } catch (CharacterCodingException otherEncoding) {
            throw new ProblemException(Problem.Type.MALFORMED, "请求体须为 UTF-8。", "The body must be in UTF-8.");
        } catch (IOException impossibleInMemory) {
            throw new UncheckedIOException(impossibleInMemory);
        }
    }

    /** {@code bytes} are a form's fields, each a text; null for none. A field that is given twice is no form. */
    static ObjectNode form(byte[] bytes) {
        String form = bytes == null ? "" : new String(bytes, StandardCharsets.UTF_8);
        ObjectNode fields = MAPPER.createObjectNode();
        new QueryStringDecoder(form, StandardCharsets.UTF_8, false).parameters().forEach((name, values) -> {
            if (values.size() > 1) {
                throw new ProblemException(
                        Problem.Type.MALFORMED, name + " 出现多次。", "'" + name + "' is given more than once.");
            }
            fields.put(name, values.get(0));
        });
        return fields;
    }

    /** The parser would take UTF-16 and UTF-32 too: what the contract does not name is not to be guessed. */
    private static String text(byte[] bytes) throws CharacterCodingException {
        String text = StandardCharsets.UTF_8
                .newDecoder()
                .decode(ByteBuffer.wrap(bytes))
                .toString();
        return text.startsWith(BYTE_ORDER_MARK) ? text.substring(1) : text;
    }
}
