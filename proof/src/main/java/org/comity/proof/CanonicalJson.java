package org.comity.proof;

import static java.nio.charset.StandardCharsets.UTF_8;

import java.text.Normalizer;
import java.util.Arrays;
import java.util.List;
import java.util.Map;
import java.util.TreeMap;
import tools.jackson.core.JacksonException;
import tools.jackson.core.StreamReadConstraints;
import tools.jackson.core.StreamReadFeature;
import tools.jackson.core.json.JsonFactory;
import tools.jackson.databind.DeserializationFeature;
import tools.jackson.databind.json.JsonMapper;

/** RFC 8785 for what an act may hold: objects, lists, NFC text, booleans, null, integers below 2^53. No fractions. */
public final class CanonicalJson {

    private static final long LARGEST = (1L << 53) - 1;

    private static final int DEEPEST = 16;
    private static final int LONGEST_TEXT = 1 << 20;
    private static final JsonMapper READER = JsonMapper.builder(JsonFactory.builder()
                    .streamReadConstraints(StreamReadConstraints.builder()
                            .maxNestingDepth(DEEPEST)
                            .maxStringLength(LONGEST_TEXT)
                            .maxNumberLength(17)
                            .maxNameLength(200)
                            .build())
                    .enable(StreamReadFeature.STRICT_DUPLICATE_DETECTION)
                    .build())
            .enable(DeserializationFeature.FAIL_ON_TRAILING_TOKENS)
            .build();

    private CanonicalJson() {}

    /** Reads an object and refuses bytes that are not exactly its canonical form. */
    @SuppressWarnings("unchecked")
    public static Map<String, Object> read(byte[] json) {
        return (Map<String, Object>) read(json, Map.class);
    }

    /** Reads a list likewise. */
    public static List<?> readList(byte[] json) {
        return read(json, List.class);
    }

    private static <T> T read(byte[] json, Class<T> type) {
        T value;
        try {
            value = READER.readValue(json, type);
        } catch (JacksonException e) {
            throw new Malformed("json", e.getOriginalMessage());
        }
        if (value == null) {
            throw new Malformed("json", "null");
        }
        byte[] canonical;
        try {
            canonical = write(value);
        } catch (IllegalArgumentException e) {
            throw new Malformed("not-canonical", e.getMessage());
        }
        if (!Arrays.equals(canonical, json)) {
            throw new Malformed("not-canonical", "bytes differ from RFC 8785");
        }
        return value;
    }

    public static byte[] write(Object value) {
        var out = new StringBuilder();
        append(out, value);
        return out.toString().getBytes(UTF_8);
    }

    private static void append(StringBuilder out, Object value) {
        switch (value) {
            case null -> out.append("null");
            case Boolean b -> out.append(b);
            case Integer i -> out.append(i);
            case Long l when Math.abs(l) <= LARGEST -> out.append(l);
            case String s -> text(out, s);
            case List<?> list -> list(out, list);
            case Map<?, ?> map -> object(out, map);
            default -> throw new IllegalArgumentException("Not allowed in an act [%s]".formatted(value));
        }
    }

    private static void list(StringBuilder out, List<?> list) {
        out.append('[');
        String comma = "";
        for (Object each : list) {
            out.append(comma);
            append(out, each);
            comma = ",";
        }
        out.append(']');
    }

    private static void object(StringBuilder out, Map<?, ?> map) {
        // String's own order is by UTF-16 code unit, which is what RFC 8785 asks for.
        var sorted = new TreeMap<String, Object>();
        map.forEach((k, v) -> sorted.put((String) k, v));
        out.append('{');
        String comma = "";
        for (var entry : sorted.entrySet()) {
            out.append(comma);
            text(out, entry.getKey());
            out.append(':');
            append(out, entry.getValue());
            comma = ",";
        }
        out.append('}');
    }

    private static void text(StringBuilder out, String text) {
        if (!Normalizer.isNormalized(text, Normalizer.Form.NFC)) throw new IllegalArgumentException("Text is not NFC");
        if (!UTF_8.newEncoder().canEncode(text)) throw new IllegalArgumentException("Lone surrogate");
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
