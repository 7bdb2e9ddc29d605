package tracker.api.http;

import com.fasterxml.jackson.databind.JsonNode;
import io.micronaut.http.HttpRequest;
import io.micronaut.http.MediaType;
import java.math.BigDecimal;
import java.time.LocalDate;
import java.time.format.DateTimeParseException;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.List;
import java.util.Optional;
import java.util.Set;
import java.util.TreeSet;
import java.util.stream.Collectors;
import tracker.streams.domain.Figures;
import tracker.streams.domain.Labelled;
import tracker.streams.domain.Text;
import tracker.streams.domain.command.FieldError;

/** Reads a JSON object field by field, and keeps every fault it finds until {@link #requireValid()}. */
final class RequestBody {
    private final JsonNode object;
    private final String pointer;
    private final List<FieldError> errors;
    private final Set<String> known = new TreeSet<>();

    private RequestBody(JsonNode object, String pointer, List<FieldError> errors) {
        this.object = object;
        this.pointer = pointer;
        this.errors = errors;
    }

    /** As {@link #parse(byte[])}, of what a request brought. */
    static RequestBody parse(HttpRequest<byte[]> request) {
        return parse(bytes(request));
    }

    /** As {@link #parse(byte[])}, of a form's fields too, where the request says that it is one; a field that is given twice is no form. */
    static RequestBody ofForm(HttpRequest<byte[]> request) {
        boolean isForm = request.getContentType()
                .filter(MediaType.APPLICATION_FORM_URLENCODED_TYPE::matches)
                .isPresent();
        return isForm ? new RequestBody(BodyReader.form(bytes(request)), "", new ArrayList<>()) : parse(request);
    }

    /** Null where the request brought nothing. */
    static byte[] bytes(HttpRequest<byte[]> request) {
        return request.getBody().orElse(null);
    }

    /** Bytes that are not one JSON object in UTF-8 are a MALFORMED problem. */
    static RequestBody parse(byte[] bytes) {
        return new RequestBody(BodyReader.json(bytes), "", new ArrayList<>());
    }

    /** Null where absent or null. */
    String text(String name) {
        JsonNode node = field(name);
        if (node.isMissingNode() || node.isNull()) {
            return null;
        }
        if (!node.isTextual()) {
            error(name, "not-a-text", "须为文本。", "A text is expected.");
            return null;
        }
        return node.textValue();
    }

    /** A number or a text, as it is written; null where there is neither. */
    String written(String name) {
        JsonNode node = field(name);
        return node.isNumber() || node.isTextual() ? node.asText() : null;
    }

    String requiredText(String name) {
        String text = text(name);
        if (text == null && !hasErrorAt(name)) {
            error(name, "required", "必填。", "It is required.");
        }
        return text;
    }

    /** The texts of an array; none where absent or null. */
    List<String> texts(String name) {
        JsonNode node = field(name);
        List<String> texts = new ArrayList<>();
        if (node.isMissingNode() || node.isNull()) {
            return texts;
        }
        boolean allTexts = node.isArray();
        for (JsonNode one : node) {
            allTexts &= one.isTextual();
            texts.add(one.asText());
        }
        if (!allTexts) {
            error(name, "not-a-list", "须为文本列表。", "A list of texts is expected.");
        }
        return texts;
    }

    /** The constant whose label the text is; null where absent or null. */
    <E extends Enum<E> & Labelled> E labelled(String name, Class<E> type) {
        String text = text(name);
        Optional<E> constant = text == null ? Optional.empty() : Labelled.find(type, text);
        if (text != null && constant.isEmpty()) {
            String known =
                    Arrays.stream(type.getEnumConstants()).map(Labelled::label).collect(Collectors.joining(", "));
            error(name, "unknown-word", "须为以下之一：" + known + "。", "It is one of " + known + ".");
        }
        return constant.orElse(null);
    }

    <E extends Enum<E> & Labelled> E requiredLabelled(String name, Class<E> type) {
        return requiredText(name) == null ? null : labelled(name, type);
    }

    /** A whole number; null where absent or null. */
    Integer integer(String name) {
        JsonNode node = field(name);
        if (node.isMissingNode() || node.isNull()) {
            return null;
        }
        if (!node.isIntegralNumber() || !node.canConvertToInt()) {
            error(name, "not-an-integer", "须为整数。", "A whole number is expected.");
            return null;
        }
        return node.intValue();
    }

    int requiredInteger(String name) {
        Integer value = integer(name);
        if (value == null && !hasErrorAt(name)) {
            error(name, "required", "必填。", "It is required.");
        }
        return value == null ? 0 : value;
    }

    /** Null where absent or null. */
    Boolean flag(String name) {
        JsonNode node = field(name);
        if (node.isMissingNode() || node.isNull()) {
            return null;
        }
        if (!node.isBoolean()) {
            error(name, "not-a-flag", "须为 true 或 false。", "true or false is expected.");
            return null;
        }
        return node.booleanValue();
    }

    /** Whether the field is there, be it null. */
    boolean has(String name) {
        known.add(name);
        return object.has(name);
    }

    /** The object under that name; null where absent or null. */
    RequestBody object(String name) {
        JsonNode node = field(name);
        if (node.isMissingNode() || node.isNull()) {
            return null;
        }
        if (!node.isObject()) {
            error(name, "not-an-object", "须为对象。", "An object is expected.");
            return null;
        }
        return new RequestBody(node, pointer + "/" + name, errors);
    }

    /** A text in both languages; null where absent or null. */
    Text bilingual(String name) {
        RequestBody text = object(name);
        if (text == null) {
            return null;
        }
        Text both = new Text(text.requiredText("zh"), text.requiredText("en"));
        text.requireNothingElse();
        return both;
    }

    /** A day, as {@code 2025-12-31}; null where absent or null. */
    LocalDate date(String name) {
        String text = text(name);
        try {
            return text == null ? null : LocalDate.parse(text);
        } catch (DateTimeParseException notADay) {
            error(name, "not-a-date", "日期须形如 2025-12-31。", "A day is written 2025-12-31.");
            return null;
        }
    }

    /** A JSON number or a string that writes one, digit for digit; null where absent or null. */
    BigDecimal decimal(String name) {
        JsonNode node = field(name);
        if (node.isMissingNode() || node.isNull()) {
            return null;
        }
        Optional<BigDecimal> value = node.isNumber()
                ? Optional.of(node.decimalValue())
                : node.isTextual() ? Figures.parse(node.textValue()) : Optional.empty();
        if (value.isEmpty()) {
            error(name, "not-a-number", "不是数字。", "It is not a number.");
            return null;
        }
        if (!Figures.withinDigits(value.get())) {
            error(name, "too-many-digits", "超过 30 位数字。", "More than 30 digits.");
            return null;
        }
        return value.get();
    }

    /** The objects of an array; none where absent or null. */
    List<RequestBody> objects(String name) {
        JsonNode node = field(name);
        List<RequestBody> objects = new ArrayList<>();
        if (node.isMissingNode() || node.isNull()) {
            return objects;
        }
        if (!node.isArray()) {
            error(name, "not-a-list", "须为列表。", "A list is expected.");
            return objects;
        }
        for (int i = 0; i < node.size(); i++) {
            String at = pointer + "/" + name + "/" + i;
            if (node.get(i).isObject()) {
                objects.add(new RequestBody(node.get(i), at, errors));
            } else {
                errors.add(FieldError.of(at, "not-an-object", "须为对象。", "An object is expected."));
            }
        }
        return objects;
    }

    void error(String name, String code, String zh, String en) {
        errors.add(FieldError.of(pointer + "/" + name, code, zh, en));
    }

    /** To be called on each object once all its fields were read: what nobody reads is a fault, most likely a slip of the pen. */
    void requireNothingElse() {
        object.fieldNames().forEachRemaining(name -> {
            if (!known.contains(name)) {
                String escaped = name.replace("~", "~0").replace("/", "~1");
                String names = String.join(", ", known);
                error(
                        escaped,
                        "unknown-field",
                        "没有这个字段；有：" + names + "。",
                        "There is no such field; there are " + names + ".");
            }
        });
    }

    /** What was read, if nothing is wrong with it and nothing was left unread. */
    <T> T finished(T read) {
        requireNothingElse();
        requireValid();
        return read;
    }

    /** What was found wrong so far, in the whole request. */
    List<FieldError> errors() {
        return List.copyOf(errors);
    }

    void requireValid() {
        if (!errors.isEmpty()) {
            throw ProblemException.invalid(errors);
        }
    }

    private boolean hasErrorAt(String name) {
        return errors.stream().anyMatch(error -> error.pointer().equals(pointer + "/" + name));
    }

    private JsonNode field(String name) {
        known.add(name);
        return object.path(name);
    }
}
