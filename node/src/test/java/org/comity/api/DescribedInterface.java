package org.comity.api;

import java.io.IOException;
import java.io.UncheckedIOException;
import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.Objects;
import java.util.Properties;
import java.util.TreeMap;
import java.util.function.Function;
import java.util.function.Predicate;
import java.util.stream.Collectors;
import java.util.stream.Stream;
import org.comity.procedure.file.DescribedAct;
import org.jspecify.annotations.Nullable;
import tools.jackson.databind.json.JsonMapper;

/**
 * Puts what procedures say into the description of the interface: a component for the body of each act, and which bodies
 * may stand in drafts, acts and recorded acts. All else of the description is written by hand and stays.
 */
final class DescribedInterface {

    private static final JsonMapper JSON = new JsonMapper();
    private static final int WIDTH = 140;

    /** A generated component has a version in its name, as {@code inquiry-1.reply}; ours have none. */
    private static final Predicate<String> OF_AN_ACT = it -> it.contains("-") && it.contains(".");

    private final List<DescribedAct> acts;

    DescribedInterface(List<DescribedAct> acts) {
        this.acts = List.copyOf(acts);
    }

    String written(String description) {
        var whole = map(JSON.readValue(description, LinkedHashMap.class));
        var components = map(map(whole.get("components")).get("schemas"));
        components.keySet().removeIf(OF_AN_ACT);
        acts.forEach(it -> components.put(it.name(), it.body()));

        var ofTwo = acts.stream().filter(it -> !it.joint()).toList();
        choice(components, "Draft", "procedure", "oneOf", ofTwo, DescribedInterface::draft);
        choice(components, "Act", "envelope", "oneOf", ofTwo, it -> act(it, ref(it)));
        var paths = map(whole.get("paths"));
        var opening = ofTwo.stream().filter(DescribedAct::opens).toList();
        var further = ofTwo.stream().filter(it -> !it.opens()).toList();
        wish(components, paths, "/api/v1/drafts", "post", "DraftWish");
        choice(components, "DraftWish", "procedure", "oneOf", opening, it -> opened(it, true));
        wish(components, paths, "/api/v1/recorded-requests", "post", "RecordedRequest");
        choice(components, "RecordedRequest", "procedure", "oneOf", opening, it -> opened(it, false));
        wish(components, paths, "/api/v1/requests/{reference}/drafts", "post", "StepWish");
        choice(components, "StepWish", "type", "anyOf", further, it -> step(it, it.written(), false));
        wish(components, paths, "/api/v1/requests/{reference}/recorded-acts", "post", "RecordedAct");
        choice(components, "RecordedAct", "type", "anyOf", further, it -> step(it, it.sealed(), true));
        wish(components, paths, "/api/v1/drafts/{id}", "put", "DraftContent");
        choice(components, "DraftContent", "version", "anyOf", ofTwo, DescribedInterface::content);
        joint(components, paths);
        named(paths);
        return text(whole, "") + "\n";
    }

    /** Of what was said before we were shown anything there is no body. */
    private void joint(Map<String, Object> components, Map<String, Object> paths) {
        var joint = acts.stream().filter(DescribedAct::joint).toList();
        var opening = joint.stream().filter(DescribedAct::opens).toList();
        var further = joint.stream().filter(it -> !it.opens()).toList();
        choice(components, "JointDraft", "procedure", "oneOf", joint, DescribedInterface::draft);
        choice(
                components,
                "JointAct",
                "envelope",
                "oneOf",
                joint,
                it -> act(it, Map.of("anyOf", List.of(ref(it), Map.of("type", "null")))));
        wish(components, paths, "/api/v1/joint", "post", "JointWish");
        choice(components, "JointWish", "procedure", "oneOf", opening, it -> opened(it, true));
        wish(components, paths, "/api/v1/joint/{thread}/drafts", "post", "JointStepWish");
        choice(components, "JointStepWish", "type", "anyOf", further, it -> step(it, it.written(), false));
    }

    /** The same for paths alone. */
    static String named(String paths) {
        var all = map(JSON.readValue(paths, LinkedHashMap.class));
        named(all);
        return text(all, "");
    }

    /** A generated client calls each of them by a name, in a class for the first word of its path. */
    private static void named(Map<String, Object> paths) {
        var names = names();
        paths.forEach((path, verbs) -> map(verbs).forEach((verb, said) -> {
            if (!(said instanceof Map<?, ?>)) return;
            var words = Stream.of(path.replace("/api/v1", "").split("[^a-zA-Z]+"))
                    .filter(it -> !it.isEmpty())
                    .map(it -> it.substring(0, 1).toUpperCase(Locale.ROOT) + it.substring(1))
                    .collect(Collectors.joining());
            map(said).put("operationId", names.getOrDefault(verb + " " + path, verb + words));
            map(said).putIfAbsent("tags", List.of(path.split("[/.]")[3]));
            schemas(said);
        }));
    }

    /** Verb and path, with the name of each that has a better one than its path. */
    static Map<String, String> names() {
        try (var in = DescribedInterface.class.getResourceAsStream("/openapi/operations.properties")) {
            var read = new Properties();
            read.load(in);
            var names = new TreeMap<String, String>();
            read.forEach((name, operation) -> names.put((String) operation, (String) name));
            return names;
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
    }

    /** What is sent or answered without a description is bytes, or some object of JSON. */
    private static void schemas(Object node) {
        if (!(node instanceof Map<?, ?> map)) return;
        if (map.get("content") instanceof Map<?, ?> content) {
            content.forEach((type, said) -> map(said).putIfAbsent("schema", anything((String) type)));
        }
        map.values().forEach(DescribedInterface::schemas);
    }

    private static Map<String, Object> anything(String type) {
        return type.equals("application/json")
                ? members("type", "object")
                : members("type", "string", "format", "binary");
    }

    /** What is asked for gets a name, so that a client's generator gives it one too. */
    private static void wish(
            Map<String, Object> components, Map<String, Object> paths, String path, String verb, String name) {
        var media = map(
                map(map(map(map(paths.get(path)).get(verb)).get("requestBody")).get("content"))
                        .get("application/json"));
        var schema = map(media.get("schema"));
        if (!schema.containsKey("$ref")) {
            components.put(name, schema);
            media.put("schema", Map.of("$ref", "#/components/schemas/" + name));
        }
    }

    /**
     * Which body goes with which procedure and type hangs on a member that is always there: who validates checks it, and a
     * client's generator, which would make a class of each variant, sees one plain object.
     */
    private static void choice(
            Map<String, Object> components,
            String name,
            String member,
            String kind,
            List<DescribedAct> acts,
            Function<DescribedAct, Map<String, Object>> variant) {
        var variants = acts.stream().map(variant).toList();
        var component = map(components.get(name));
        component.remove(kind);
        component.put("dependentSchemas", Map.of(member, Map.of(kind, variants)));
    }

    private static Map<String, Object> draft(DescribedAct act) {
        var said = members("procedure", Map.of("const", act.procedure()), "type", Map.of("const", act.type()));
        said.put("body", ref(act));
        return members("title", act.type() + " of " + act.procedure(), "properties", said);
    }

    private static Map<String, Object> act(DescribedAct act, Map<String, Object> body) {
        var envelope = members(
                "required",
                List.of("procedure", "type"),
                "properties",
                members("procedure", Map.of("const", act.procedure()), "type", Map.of("const", act.type())));
        return members(
                "title",
                act.type() + " of " + act.procedure(),
                "properties",
                members("envelope", envelope, "body", body));
    }

    /** A draft may lack anything, and so may a letter that came: what is missing is asked for. */
    private static Map<String, Object> opened(DescribedAct act, boolean withFacts) {
        var said = members("procedure", Map.of("const", act.procedure()), "body", act.written());
        if (withFacts) {
            said.put("facts", act.factsWritten(false));
        }
        return titled(act.procedure(), said, List.of());
    }

    private static Map<String, Object> step(DescribedAct act, Map<String, Object> body, boolean sealed) {
        var said = members("type", Map.of("const", act.type()), "body", body, "facts", act.factsWritten(sealed));
        var needed = new ArrayList<String>();
        if (sealed && !act.needs().isEmpty()) {
            needed.add("body");
        }
        if (sealed && !act.facts().isEmpty()) {
            needed.add("facts");
        }
        return titled("%s of %s".formatted(act.type(), act.procedure()), said, needed);
    }

    private static Map<String, Object> content(DescribedAct act) {
        return titled(
                "%s of %s".formatted(act.type(), act.procedure()),
                members("body", act.written(), "facts", act.factsWritten(false)),
                List.of());
    }

    private static Map<String, Object> titled(String title, Map<String, Object> said, List<String> needed) {
        var variant = members("title", title, "properties", said);
        if (!needed.isEmpty()) {
            variant.put("required", needed);
        }
        return variant;
    }

    private static Map<String, Object> ref(DescribedAct act) {
        return Map.of("$ref", "#/components/schemas/" + act.name());
    }

    private static Map<String, Object> members(Object... pairs) {
        var map = new LinkedHashMap<String, Object>();
        for (int n = 0; n < pairs.length; n += 2) {
            map.put((String) pairs[n], pairs[n + 1]);
        }
        return map;
    }

    @SuppressWarnings("unchecked")
    private static Map<String, Object> map(Object value) {
        return (Map<String, Object>) value;
    }

    /** What fits on a line stands on one. */
    private static String text(Object value, String indent) {
        var line = JSON.writeValueAsString(stable(value));
        if (line.length() + indent.length() <= WIDTH) {
            return line;
        }
        var deeper = indent + "  ";
        return switch (value) {
            case Map<?, ?> map ->
                ((Map<?, ?>) Objects.requireNonNull(stable(map)))
                        .entrySet().stream()
                                .map(it -> deeper + JSON.writeValueAsString(it.getKey()) + ": "
                                        + text(it.getValue(), deeper))
                                .collect(Collectors.joining(",\n", "{\n", "\n" + indent + "}"));
            case List<?> list ->
                list.stream()
                        .map(it -> deeper + text(it, deeper))
                        .collect(Collectors.joining(",\n", "[\n", "\n" + indent + "]"));
            default -> line;
        };
    }

    /** Maps that Java made of a few pairs have no order of their own. */
    private static @Nullable Object stable(@Nullable Object value) {
        return switch (value) {
            case null -> null;
            case LinkedHashMap<?, ?> map -> {
                var kept = new LinkedHashMap<Object, Object>();
                map.forEach((key, each) -> kept.put(key, stable(each)));
                yield kept;
            }
            case Map<?, ?> map -> {
                var sorted = new TreeMap<String, Object>();
                map.forEach((key, each) -> sorted.put(String.valueOf(key), stable(each)));
                yield sorted;
            }
            case List<?> list -> list.stream().map(DescribedInterface::stable).toList();
            default -> value;
        };
    }
}
