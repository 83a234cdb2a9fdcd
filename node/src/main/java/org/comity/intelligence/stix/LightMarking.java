package org.comity.intelligence.stix;

import java.util.HashMap;
import java.util.LinkedHashMap;
import java.util.Locale;
import java.util.Map;
import java.util.Objects;
import java.util.Optional;
import org.comity.vocabulary.TrafficLight;
import tools.jackson.databind.JsonNode;

/** Knows the objects by which STIX marks something with a label of the Traffic Light Protocol: those of TLP 2.0, and those of TLP 1. */
final class LightMarking {

    private static final String EXTENSION = "extension-definition--60a3c5c5-0d10-413e-aab3-9e08dde9e88d";

    private static final Map<TrafficLight, String> IDS = Map.of(
            TrafficLight.CLEAR, "marking-definition--94868c89-83c2-464b-929b-a1a8aa3c8487",
            TrafficLight.GREEN, "marking-definition--bab4a63c-aed9-4cf5-a766-dfca5abac2bb",
            TrafficLight.AMBER, "marking-definition--55d920b0-5e8b-4f79-9ee9-91f868d9b421",
            TrafficLight.AMBER_STRICT, "marking-definition--939a9414-2ddd-4d32-a0cd-375ea402b003",
            TrafficLight.RED, "marking-definition--e828b379-4e03-4974-9ac4-e53a884c97c1");

    private static final Map<String, TrafficLight> KNOWN = new HashMap<>(Map.of(
            "marking-definition--613f2e26-407d-48c7-9eca-b8e91df99dc9", TrafficLight.CLEAR,
            "marking-definition--34098fce-860f-48ae-8e50-ebd3cc5e41da", TrafficLight.GREEN,
            "marking-definition--f88d31f6-486f-44da-b317-01333bde0b82", TrafficLight.AMBER,
            "marking-definition--5e57c739-391a-4eb3-b6be-7d15ca92d5ed", TrafficLight.RED));

    static {
        IDS.forEach((light, id) -> KNOWN.put(id, light));
    }

    private LightMarking() {}

    /** By its id, which is the same everywhere. */
    static Optional<TrafficLight> known(String id) {
        return Optional.ofNullable(KNOWN.get(id));
    }

    /** By what a definition says that has an id of its own. */
    static Optional<TrafficLight> said(JsonNode definition) {
        var newer =
                definition.path("extensions").path(EXTENSION).path("tlp_2_0").asString("");
        var older = definition.path("definition").path("tlp").asString("");
        return TrafficLight.of((newer.isEmpty() ? older : newer)
                .toLowerCase(Locale.ROOT)
                .replace('+', '-')
                .replace("white", "clear"));
    }

    static String id(TrafficLight light) {
        return Objects.requireNonNull(IDS.get(light));
    }

    /** The definition as FIRST and OASIS publish it. */
    static Map<String, Object> definition(TrafficLight light) {
        var object = new LinkedHashMap<String, Object>();
        object.put("type", "marking-definition");
        object.put("spec_version", "2.1");
        object.put("id", id(light));
        object.put("created", "2022-10-01T00:00:00.000Z");
        object.put("name", light.mark());
        object.put(
                "extensions",
                Map.of(
                        EXTENSION,
                        Map.of(
                                "extension_type",
                                "property-extension",
                                "tlp_2_0",
                                light.word().replace("amber-strict", "amber+strict"))));
        return object;
    }
}
