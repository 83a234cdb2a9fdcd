package org.comity.proof.form;

import static java.nio.charset.StandardCharsets.UTF_8;

import java.util.Arrays;
import java.util.List;
import java.util.Map;
import java.util.TreeMap;
import org.comity.proof.Malformed;
import org.jspecify.annotations.Nullable;
import tools.jackson.core.JacksonException;
import tools.jackson.core.StreamReadConstraints;
import tools.jackson.core.StreamReadFeature;
import tools.jackson.core.TokenStreamFactory;
import tools.jackson.core.exc.StreamConstraintsException;
import tools.jackson.core.json.JsonFactory;
import tools.jackson.databind.DeserializationFeature;
import tools.jackson.databind.exc.MismatchedInputException;
import tools.jackson.databind.json.JsonMapper;

/** RFC 8785 for what an act may hold: objects, lists, NFC text, booleans, null, integers below 2^53. No fractions. */
public final class CanonicalJson {

    static final long LARGEST = (1L << 53) - 1;
    public static final int DEEPEST = 16;
    static final int LONGEST_TEXT = 1 << 20;
    static final int LONGEST_NAME = 200;
    public static final int LARGEST_DOCUMENT = 2 << 20;

    private static final JsonMapper READER = JsonMapper.builder(JsonFactory.builder()
                    .streamReadConstraints(StreamReadConstraints.builder()
                            .maxNestingDepth(DEEPEST)
                            .maxStringLength(LONGEST_TEXT)
                            .maxNumberLength(17)
                            .maxNameLength(4 * LONGEST_NAME + 8)
                            .build())
                    .disable(TokenStreamFactory.Feature.CANONICALIZE_PROPERTY_NAMES)
                    .enable(StreamReadFeature.STRICT_DUPLICATE_DETECTION)
                    .build())
            .enable(DeserializationFeature.FAIL_ON_TRAILING_TOKENS)
            .build();

    private CanonicalJson() {}

    /** Reads an object and refuses bytes that are not exactly its canonical form. */
    @SuppressWarnings("unchecked")
    public static Map<String, Object> read(byte[] json) {
        return (Map<String, Object>) read(json, Map.class, LARGEST_DOCUMENT);
    }

    /** Reads a document that has a bound of its own, such as the list of all parts of a backup. */
    @SuppressWarnings("unchecked")
    public static Map<String, Object> read(byte[] json, int largest) {
        return (Map<String, Object>) read(json, Map.class, largest);
    }

    /** Reads a list likewise. */
    public static List<?> readList(byte[] json) {
        return read(json, List.class, LARGEST_DOCUMENT);
    }

    private static <T> T read(byte[] json, Class<T> type, int largest) {
        if (json.length > largest) {
            throw new Malformed("too-large", "%d bytes of JSON".formatted(json.length));
        }
        T value;
        try {
            value = READER.readValue(json, type);
        } catch (JacksonException e) {
            // Its message quotes the content, which must not reach a log.
            throw new Malformed("json", why(e));
        }
        if (value == null) {
            throw new Malformed("json", "null");
        }
        byte[] canonical;
        try {
            canonical = write(value);
        } catch (IllegalArgumentException e) {
            throw new Malformed("not-canonical", String.valueOf(e.getMessage()));
        }
        if (!Arrays.equals(canonical, json)) {
            throw new Malformed("not-canonical", "bytes differ from RFC 8785");
        }
        return value;
    }

    private static String why(JacksonException e) {
        return switch (e) {
            case MismatchedInputException _ -> "another kind of value is expected";
            case StreamConstraintsException _ -> "nested too deep, or a number or name is too long";
            default -> {
                long at = e.getLocation() == null ? -1 : e.getLocation().getByteOffset();
                yield at < 0 ? "no JSON that can be read" : "no JSON that can be read, at byte %d".formatted(at);
            }
        };
    }

    /** The canonical form; {@link IllegalArgumentException} for what no act may hold. */
    public static byte[] write(Object value) {
        var out = new StringBuilder();
        append(out, value, 0);
        return out.toString().getBytes(UTF_8);
    }

    private static void append(StringBuilder out, @Nullable Object value, int depth) {
        switch (value) {
            case null -> out.append("null");
            case Boolean b -> out.append(b);
            case Integer i -> out.append(i);
            case Long l when -LARGEST <= l && l <= LARGEST -> out.append(l);
            case String s when s.length() <= LONGEST_TEXT -> text(out, s);
            case List<?> list when depth < DEEPEST -> list(out, list, depth + 1);
            case Map<?, ?> map when depth < DEEPEST -> object(out, map, depth + 1);
            default ->
                throw new IllegalArgumentException("Not allowed in an act, or too large: a "
                        + value.getClass().getSimpleName());
        }
    }

    private static void list(StringBuilder out, List<?> list, int depth) {
        out.append('[');
        String comma = "";
        for (Object each : list) {
            out.append(comma);
            append(out, each, depth);
            comma = ",";
        }
        out.append(']');
    }

    private static void object(StringBuilder out, Map<?, ?> map, int depth) {
        // String's own order is by UTF-16 code unit, which is what RFC 8785 asks for.
        var sorted = new TreeMap<String, Object>();
        map.forEach((k, v) -> sorted.put((String) k, v));
        out.append('{');
        String comma = "";
        for (var entry : sorted.entrySet()) {
            if (entry.getKey().length() > LONGEST_NAME) throw new IllegalArgumentException("Name too long");
            out.append(comma);
            text(out, entry.getKey());
            out.append(':');
            append(out, entry.getValue(), depth);
            comma = ",";
        }
        out.append('}');
    }

    private static void text(StringBuilder out, String text) {
        if (!NormalForm.isPlain(text)) {
            if (!NormalForm.isComposed(text))
                throw new IllegalArgumentException("Text is not NFC, or has many marks in a row");
            if (!UTF_8.newEncoder().canEncode(text)) throw new IllegalArgumentException("Lone surrogate");
        }
        out.append('"');
        for (char c : text.toCharArray()) {
            switch (c) {
                case '"' -> out.append("\\\"");
                case '\\' -> out.append("\\\\");
                case '\b' -> out.append("\\b");
                case '\t' -> out.append("\\t");
                case '\n' -> out.append("\\n");
                case '\f' -> out.append("\\f");
                case '\r' -> out.append("\\r");
                default -> {
                    if (c < 0x20) out.append("\\u%04x".formatted((int) c));
                    else out.append(c);
                }
            }
        }
        out.append('"');
    }
}
