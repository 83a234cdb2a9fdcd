package org.comity.intelligence.stix;

import static java.nio.charset.StandardCharsets.UTF_8;

import com.networknt.schema.Error;
import com.networknt.schema.Schema;
import com.networknt.schema.SchemaLocation;
import com.networknt.schema.SchemaRegistry;
import com.networknt.schema.SchemaRegistryConfig;
import com.networknt.schema.SpecificationVersion;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.concurrent.ConcurrentHashMap;
import org.jspecify.annotations.Nullable;
import tools.jackson.databind.JsonNode;

/** Compares objects with the JSON Schemas of STIX 2.1 by OASIS, which lie in this program; nothing is fetched. */
public class StixSchemas {

    private static final String AT =
            "http://raw.githubusercontent.com/oasis-open/cti-stix2-json-schemas/stix2.1/schemas/";
    private static final String HERE = "/intelligence/stix-2.1/";

    private static final Map<String, List<String>> FOLDERS = Map.of(
            "sdos",
            List.of(
                    "attack-pattern",
                    "campaign",
                    "course-of-action",
                    "grouping",
                    "identity",
                    "incident",
                    "indicator",
                    "infrastructure",
                    "intrusion-set",
                    "location",
                    "malware",
                    "malware-analysis",
                    "note",
                    "observed-data",
                    "opinion",
                    "report",
                    "threat-actor",
                    "tool",
                    "vulnerability"),
            "sros",
            List.of("relationship", "sighting"),
            "observables",
            List.of(
                    "artifact",
                    "autonomous-system",
                    "directory",
                    "domain-name",
                    "email-addr",
                    "email-message",
                    "file",
                    "ipv4-addr",
                    "ipv6-addr",
                    "mac-addr",
                    "mutex",
                    "network-traffic",
                    "process",
                    "software",
                    "url",
                    "user-account",
                    "windows-registry-key",
                    "x509-certificate"),
            "common",
            List.of("extension-definition", "language-content", "marking-definition"));

    private static final Map<String, String> WHERE = new HashMap<>();

    static {
        FOLDERS.forEach((folder, types) -> types.forEach(it -> WHERE.put(it, folder + "/" + it + ".json")));
    }

    private final SchemaRegistry registry = SchemaRegistry.withDefaultDialect(
            SpecificationVersion.DRAFT_2020_12,
            it -> it.schemas(StixSchemas::text)
                    .schemaRegistryConfig(SchemaRegistryConfig.builder()
                            .regularExpressionFactory(new BoundedMatching())
                            .build()));
    private final Map<String, Schema> read = new ConcurrentHashMap<>();

    /** The type is one of the specification's own. */
    static boolean knows(String type) {
        return WHERE.containsKey(type);
    }

    /** What is wrong with an object of a type that {@link #knows}; empty if nothing is. */
    List<StixFault> faults(String id, String type, JsonNode object) {
        try {
            return read
                    .computeIfAbsent(type, it -> registry.getSchema(SchemaLocation.of(AT + WHERE.get(it))))
                    .validate(object)
                    .stream()
                    .map(it -> fault(id, it))
                    .distinct()
                    .toList();
        } catch (BoundedMatching.GaveUp | StackOverflowError tooLong) {
            // A matcher of Java goes down the stack with its text; what overflows it says nothing that is needed.
            return List.of(new StixFault(id, "long", "", ""));
        }
    }

    private static StixFault fault(String id, Error error) {
        var place = error.getInstanceLocation().toString();
        var named = Optional.ofNullable(error.getProperty()).orElse("");
        return switch (String.valueOf(error.getKeyword())) {
            case "required" -> new StixFault(id, "missing", place, named);
            case "additionalProperties", "unevaluatedProperties" -> new StixFault(id, "unknown", place, named);
            case "type" -> new StixFault(id, "kind", place, "");
            case "enum", "const" -> new StixFault(id, "choice", place, "");
            case "pattern", "format" -> new StixFault(id, "form", place, "");
            case "minItems", "minProperties", "minLength" -> new StixFault(id, "empty", place, "");
            case "maximum", "minimum" -> new StixFault(id, "range", place, "");
            default -> new StixFault(id, "other", place, "");
        };
    }

    private static @Nullable String text(String address) {
        if (!address.startsWith(AT)) return null;
        try (var file = StixSchemas.class.getResourceAsStream(HERE + address.substring(AT.length()))) {
            return file == null ? null : new String(file.readAllBytes(), UTF_8);
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
    }
}
