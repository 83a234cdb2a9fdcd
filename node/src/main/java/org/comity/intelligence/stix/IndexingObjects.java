package org.comity.intelligence.stix;

import java.util.ArrayList;
import java.util.HashMap;
import java.util.HashSet;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import java.util.stream.Stream;
import org.comity.vocabulary.TrafficLight;
import org.jspecify.annotations.Nullable;
import tools.jackson.databind.JsonNode;
import tools.jackson.databind.json.JsonMapper;

/** Lists the objects of a bundle or envelope that are as STIX 2.1 says, and hands out one by its place. */
public class IndexingObjects {

    private static final JsonMapper JSON = JsonMapper.shared();

    private final CheckingObjects checking;

    public IndexingObjects(StixSchemas schemas) {
        this.checking = new CheckingObjects(schemas);
    }

    /** @param faults one for each object that is left out, the first that was found */
    public record Listed(List<IndexedObject> objects, List<StixFault> faults) {}

    /** Nothing, where the file is no bundle within bounds. */
    public List<IndexedObject> ofBundle(byte[] file) {
        try {
            return listed(BundleFile.read(file).path("objects")).objects();
        } catch (StixRefused unreadable) {
            return List.of();
        }
    }

    /** @throws StixRefused if it is none, or not within bounds */
    public Listed ofEnvelope(byte[] file) {
        return listed(BundleFile.read(file, "").path("objects"));
    }

    /** The objects at these places of a bundle, by place. */
    public static Map<Integer, JsonNode> at(byte[] bundle, Set<Integer> places) {
        var objects = BundleFile.read(bundle).path("objects");
        var found = new HashMap<Integer, JsonNode>();
        places.forEach(it -> Optional.ofNullable(objects.get(it)).ifPresent(object -> found.put(it, object)));
        return found;
    }

    /** A bundle of the objects of an envelope that are whole. */
    public static byte[] bundleOf(byte[] envelope, List<IndexedObject> objects, String of) {
        var read = BundleFile.read(envelope, "").path("objects");
        var bundle = JSON.createObjectNode();
        bundle.put("type", "bundle");
        bundle.put("id", "bundle--" + of);
        var array = bundle.putArray("objects");
        objects.forEach(it -> array.add(read.get(it.place())));
        return JSON.writeValueAsBytes(bundle);
    }

    private Listed listed(JsonNode objects) {
        var checked = checking.check(objects);
        var lights = new HashMap<String, TrafficLight>();
        checked.whole().stream()
                .filter(it -> ReadingBundles.text(it, "type").equals("marking-definition"))
                .forEach(it ->
                        LightMarking.said(it).ifPresent(light -> lights.put(ReadingBundles.text(it, "id"), light)));
        var listed = new ArrayList<IndexedObject>();
        var places = checked.places();
        for (int n = 0; n < checked.whole().size(); n++) {
            var object = checked.whole().get(n);
            var modified = ReadingBundles.moment(object, "modified");
            listed.add(new IndexedObject(
                    places.get(n),
                    ReadingBundles.text(object, "id"),
                    ReadingBundles.text(object, "type"),
                    modified == null ? ReadingBundles.moment(object, "created") : modified,
                    light(object, lights)));
        }
        var named = new HashSet<String>();
        return new Listed(
                List.copyOf(listed),
                checked.faults().stream().filter(it -> named.add(it.object())).toList());
    }

    private static @Nullable TrafficLight light(JsonNode object, Map<String, TrafficLight> lights) {
        var parts = new ArrayList<String>();
        object.path("granular_markings").forEach(it -> parts.add(ReadingBundles.text(it, "marking_ref")));
        return Stream.concat(ReadingBundles.texts(object, "object_marking_refs").stream(), parts.stream())
                .flatMap(it -> LightMarking.known(it).or(() -> Optional.ofNullable(lights.get(it))).stream())
                .reduce(TrafficLight::narrower)
                .orElse(null);
    }
}
