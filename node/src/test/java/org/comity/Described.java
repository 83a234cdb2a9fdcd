package org.comity;

import static java.nio.charset.StandardCharsets.UTF_8;

import com.networknt.schema.Schema;
import com.networknt.schema.SchemaLocation;
import com.networknt.schema.SchemaRegistry;
import com.networknt.schema.dialect.Dialects;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.TreeMap;
import java.util.regex.Pattern;
import org.jspecify.annotations.Nullable;
import tools.jackson.core.JacksonException;
import tools.jackson.databind.JsonNode;
import tools.jackson.databind.json.JsonMapper;

/** The description of the interface, OpenAPI 3.1, held against what was really asked and answered. */
final class Described {

    private static final String AT = "https://comity.example/openapi.json";
    private static final JsonMapper JSON = new JsonMapper();

    private final JsonNode description;
    private final SchemaRegistry registry;
    private final Map<String, Schema> schemas = new HashMap<>();
    private final Map<String, Pattern> paths = new TreeMap<>();

    Described(byte[] openapi) {
        description = JSON.readTree(openapi);
        registry = SchemaRegistry.withDialect(
                Dialects.getOpenApi31(), it -> it.schemas(Map.of(AT, new String(openapi, UTF_8))));
        description.get("paths").propertyNames().forEach(it -> paths.put(it, pattern(it)));
    }

    /** Every operation, e.g. {@code POST /api/v1/drafts}. */
    List<String> operations() {
        var all = new ArrayList<String>();
        paths.keySet()
                .forEach(path -> description
                        .get("paths")
                        .get(path)
                        .propertyNames()
                        .forEach(verb -> all.add(verb.toUpperCase(java.util.Locale.ROOT) + " " + path)));
        return all;
    }

    /** The operation's name; null if it is not described. */
    @Nullable
    String operation(String verb, String path) {
        return paths.entrySet().stream()
                .filter(it -> it.getValue().matcher(path).matches())
                .filter(it -> description.get("paths").get(it.getKey()).has(verb.toLowerCase(java.util.Locale.ROOT)))
                .map(it -> verb + " " + it.getKey())
                .min(java.util.Comparator.comparing(it -> it.contains("{act}") ? 1 : 0))
                .orElse(null);
    }

    /** What of this answer the description does not say; empty if all is as described. */
    List<String> differences(String operation, String asked, int status, String type, byte[] answer) {
        var verb = operation.substring(0, operation.indexOf(' ')).toLowerCase(java.util.Locale.ROOT);
        var said = description
                .get("paths")
                .get(operation.substring(operation.indexOf(' ') + 1))
                .get(verb);
        var found = new ArrayList<String>();
        var wish = said.at("/requestBody/content/application~1json/schema");
        if (wish.isObject() && status < 400 && !asked.isBlank()) {
            check(schemaOf(wish), asked, found);
        }
        var response = resolved(said.at("/responses/" + status));
        if (response.isMissingNode()) {
            found.add("status " + status);
            return found;
        }
        if (!response.has("content")) {
            if (answer.length > 0) {
                found.add("status " + status + " with content");
            }
            return found;
        }
        var media = response.at("/content").get(type.replaceFirst(";.*", ""));
        if (media == null) {
            found.add("status " + status + " as " + type);
        } else if (!media.at("/schema/format").asString("").equals("binary")) {
            check(schemaOf(media.get("schema")), new String(answer, UTF_8), found);
        }
        return found;
    }

    private Schema schemaOf(JsonNode node) {
        var ref = node.path("$ref").asString("");
        return ref.isEmpty()
                ? registry.getSchema(node)
                : schemas.computeIfAbsent(ref, it -> registry.getSchema(SchemaLocation.of(AT + it)));
    }

    private static void check(Schema schema, String text, List<String> found) {
        try {
            schema.validate(JSON.readTree(text), it -> it.executionConfig(c -> c.formatAssertionsEnabled(true)))
                    .forEach(it -> found.add(it.toString()));
        } catch (JacksonException notJson) {
            found.add("not JSON");
        }
    }

    private JsonNode resolved(JsonNode node) {
        return node.has("$ref") ? description.at(node.get("$ref").asString().substring(1)) : node;
    }

    private static Pattern pattern(String path) {
        var parts = path.split("(?<=})|(?=\\{)");
        var pattern = new StringBuilder();
        for (var part : parts) {
            pattern.append(part.startsWith("{") ? "[^/]+" : Pattern.quote(part));
        }
        return Pattern.compile(pattern.toString());
    }
}
