package org.comity.intelligence.stix;

import java.nio.ByteBuffer;
import java.nio.charset.CharacterCodingException;
import java.nio.charset.StandardCharsets;
import java.util.Map;
import java.util.regex.Pattern;
import tools.jackson.core.JacksonException;
import tools.jackson.core.JsonParser;
import tools.jackson.core.JsonToken;
import tools.jackson.core.StreamReadConstraints;
import tools.jackson.core.StreamReadFeature;
import tools.jackson.core.exc.StreamConstraintsException;
import tools.jackson.core.json.JsonFactory;
import tools.jackson.databind.DeserializationFeature;
import tools.jackson.databind.JsonNode;
import tools.jackson.databind.json.JsonMapper;

/** Recognises a file that is a STIX bundle by what is in it, and reads its JSON within bounds. */
public final class BundleFile {

    /** Bytes of a bundle. */
    public static final int LARGEST = 2 << 20;

    /** Objects in one. */
    public static final int MOST = 5_000;

    private static final int DEEPEST = 32;
    private static final int LONGEST_NAME = 300;
    private static final int LONGEST_NUMBER = 40;

    static final Pattern ID = Pattern.compile(
            "[a-z][a-z0-9-]{1,248}[a-z0-9]--[0-9a-fA-F]{8}-[0-9a-fA-F]{4}-[1-5][0-9a-fA-F]{3}-[89abAB][0-9a-fA-F]{3}-[0-9a-fA-F]{12}");

    private static final JsonMapper JSON = JsonMapper.builder(JsonFactory.builder()
                    .streamReadConstraints(StreamReadConstraints.builder()
                            .maxNestingDepth(DEEPEST)
                            .maxNameLength(LONGEST_NAME)
                            .maxNumberLength(LONGEST_NUMBER)
                            .maxStringLength(LARGEST)
                            .build())
                    .enable(StreamReadFeature.STRICT_DUPLICATE_DETECTION)
                    .build())
            .enable(DeserializationFeature.FAIL_ON_TRAILING_TOKENS)
            .build();

    /** Recognises what says a key twice as well: it is refused by who reads it. */
    private static final JsonMapper PEEKING = JsonMapper.shared();

    private BundleFile() {}

    /** It says that it is a bundle; whether all of it can be read is not looked at. */
    public static boolean recognised(byte[] file) {
        try (var parser = PEEKING.createParser(file)) {
            if (parser.nextToken() != JsonToken.START_OBJECT) return false;
            while (parser.nextToken() == JsonToken.PROPERTY_NAME) {
                var named = parser.currentName();
                parser.nextToken();
                if (named.equals("type")) return saysBundle(parser);
                parser.skipChildren();
            }
            return false;
        } catch (JacksonException noJson) {
            return false;
        }
    }

    private static boolean saysBundle(JsonParser parser) {
        return parser.currentToken() == JsonToken.VALUE_STRING
                && parser.getString().equals("bundle");
    }

    /** @throws StixRefused if it is none, or not within bounds */
    static JsonNode read(byte[] file) {
        return read(file, "bundle");
    }

    /** @param type {@code bundle}, or empty for what has no type */
    static JsonNode read(byte[] file, String type) {
        if (file.length > LARGEST) throw new StixRefused("too-large", Map.of("most", Integer.toString(LARGEST >> 20)));
        var text = utf8(file);
        JsonNode bundle;
        try {
            bundle = JSON.readTree(text);
        } catch (StreamConstraintsException beyond) {
            throw new StixRefused("too-deep", Map.of("most", Integer.toString(DEEPEST)));
        } catch (JacksonException wrong) {
            throw refused(wrong);
        }
        if (!bundle.isObject() || !bundle.path("type").asString("").equals(type)) throw new StixRefused("no-bundle");
        if (type.equals("bundle") && bundle.has("spec_version")) throw new StixRefused("old-version");
        var objects = bundle.path("objects");
        if (!objects.isMissingNode() && !objects.isArray()) throw new StixRefused("no-bundle");
        if (objects.size() > MOST) throw new StixRefused("too-many", Map.of("most", Integer.toString(MOST)));
        return bundle;
    }

    private static StixRefused refused(JacksonException wrong) {
        var place = wrong.getLocation();
        var line = Map.of("line", place == null ? "1" : Integer.toString(Math.max(1, place.getLineNr())));
        boolean twice = String.valueOf(wrong.getOriginalMessage()).startsWith("Duplicate Object property");
        return new StixRefused(twice ? "said-twice" : "no-json", line);
    }

    private static String utf8(byte[] file) {
        try {
            return StandardCharsets.UTF_8
                    .newDecoder()
                    .decode(ByteBuffer.wrap(file))
                    .toString();
        } catch (CharacterCodingException other) {
            throw new StixRefused("no-utf8");
        }
    }
}
