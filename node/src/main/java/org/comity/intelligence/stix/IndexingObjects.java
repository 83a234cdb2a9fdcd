package org.comity.intelligence.stix;

import java.util.ArrayList;
import java.util.HashSet;
import java.util.List;
import java.util.Objects;
import java.util.Optional;
import java.util.stream.Stream;
import java.util.stream.StreamSupport;
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

    /**
     * @param narrowest label of all that is in it, also of what is left out; null where nothing is marked
     * @param faults one for each object that is left out, the first that was found
     */
    public record Listed(
            List<IndexedObject> objects, @Nullable TrafficLight narrowest, List<StixFault> faults) {}

    /** Nothing, where the file is no bundle within bounds; whatever it says is for eyes alone then. */
    public Listed ofBundle(byte[] file) {
        try {
            return listed(BundleFile.read(file).path("objects"));
        } catch (StixRefused unreadable) {
            return new Listed(List.of(), TrafficLight.RED, List.of());
        }
    }

    /** @throws StixRefused if it is none, or not within bounds */
    public Listed ofEnvelope(byte[] file) {
        return listed(BundleFile.read(file, "").path("objects"));
    }

    /** The objects of a bundle, to look some up. */
    public static JsonNode objects(byte[] bundle) {
        return BundleFile.read(bundle).path("objects");
    }

    /** The one of this id: at its place, or where it stands now if the bundle is written otherwise than it was. */
    public static Optional<JsonNode> find(JsonNode objects, int place, String id) {
        return Stream.concat(Stream.of(objects.path(place)), StreamSupport.stream(objects.spliterator(), false))
                .filter(it -> ReadingBundles.text(it, "id").equals(id))
                .findFirst();
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
        var marks = new ObjectMarks(checked.whole());
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
                    marks.of(object).kept()));
        }
        var named = new HashSet<String>();
        var narrowest = StreamSupport.stream(objects.spliterator(), false)
                .map(it -> marks.of(it).kept())
                .filter(Objects::nonNull)
                .reduce(TrafficLight::narrower)
                .orElse(null);
        return new Listed(
                List.copyOf(listed),
                narrowest,
                checked.faults().stream().filter(it -> named.add(it.object())).toList());
    }
}
