package org.comity.intelligence.stix;

import java.util.ArrayList;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import org.comity.vocabulary.TrafficLight;
import org.jspecify.annotations.Nullable;
import tools.jackson.databind.JsonNode;

/** Reads how objects of a bundle are marked, by the definitions that all know and those that lie in it. */
final class ObjectMarks {

    private static final String WHOLE = "object_marking_refs";
    private static final String PARTS = "granular_markings";

    private final Map<String, TrafficLight> lights = new HashMap<>();
    private final Map<String, String> statements = new HashMap<>();

    /** @param whole objects without a fault; what another defines is not read */
    ObjectMarks(List<JsonNode> whole) {
        whole.stream()
                .filter(it -> ReadingBundles.text(it, "type").equals("marking-definition"))
                .forEach(this::define);
    }

    /**
     * How one object is marked.
     *
     * @param light the narrowest label that is read; null where there is none
     * @param unread something marks it that cannot be read: it may say more than the label
     * @param inPart something marks a part of it alone
     * @param statements what it says beside labels
     */
    record Mark(@Nullable TrafficLight light, boolean unread, boolean inPart, List<String> statements) {

        /** What cannot be read is kept as the narrowest; null where nothing marks it. */
        @Nullable
        TrafficLight kept() {
            return unread ? TrafficLight.RED : light;
        }
    }

    Mark of(JsonNode object) {
        var refs = new ArrayList<String>();
        boolean whole = list(object.path(WHOLE));
        object.path(WHOLE).forEach(it -> refs.add(it.asString("")));
        boolean parts = list(object.path(PARTS));
        object.path(PARTS).forEach(it -> {
            // A part may have a language in place of a mark.
            if (!it.path("lang").isString() || it.has("marking_ref")) refs.add(ReadingBundles.text(it, "marking_ref"));
        });
        return new Mark(
                refs.stream()
                        .map(this::light)
                        .filter(Objects::nonNull)
                        .reduce(TrafficLight::narrower)
                        .orElse(null),
                !whole || !parts || refs.stream().anyMatch(it -> light(it) == null && !statements.containsKey(it)),
                !object.path(PARTS).isEmpty(),
                refs.stream()
                        .distinct()
                        .filter(statements::containsKey)
                        .map(statements::get)
                        .toList());
    }

    private static boolean list(JsonNode said) {
        return said.isMissingNode() || said.isArray();
    }

    private @Nullable TrafficLight light(String ref) {
        return LightMarking.known(ref).orElse(lights.get(ref));
    }

    private void define(JsonNode definition) {
        var id = ReadingBundles.text(definition, "id");
        LightMarking.said(definition).ifPresent(it -> lights.merge(id, it, TrafficLight::narrower));
        var statement = definition.path("definition").path("statement").asString("");
        // One that an extension narrows says more than its words.
        if (!statement.isBlank() && definition.path("extensions").isEmpty()) statements.put(id, statement);
    }
}
