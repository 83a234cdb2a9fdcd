package org.comity.intelligence.stix;

import java.util.ArrayList;
import java.util.HashSet;
import java.util.List;
import java.util.Set;
import tools.jackson.databind.JsonNode;

/** Parts the objects of a bundle into those that are as STIX 2.1 says, and those that are not, with what is wrong. */
class CheckingObjects {

    static final int LONGEST_PATTERN = 20_000;
    private static final int LONGEST_NAME = 1_000;
    private static final List<String> MOMENTS =
            List.of("created", "modified", "valid_from", "valid_until", "first_seen", "last_seen");

    private final StixSchemas schemas;

    CheckingObjects(StixSchemas schemas) {
        this.schemas = schemas;
    }

    /**
     * @param whole objects without a fault, in their order; {@code places} where each stands
     * @param left how many have one
     */
    record Checked(List<JsonNode> whole, List<Integer> places, List<StixFault> faults, int left) {}

    Checked check(JsonNode objects) {
        return BoundedMatching.inOneFile(() -> checked(objects));
    }

    private Checked checked(JsonNode objects) {
        var whole = new ArrayList<JsonNode>();
        var places = new ArrayList<Integer>();
        var faults = new ArrayList<StixFault>();
        var seen = new HashSet<String>();
        for (int n = 0; n < objects.size(); n++) {
            var found = faults(objects.get(n), n, seen);
            faults.addAll(found);
            if (found.isEmpty()) {
                whole.add(objects.get(n));
                places.add(n);
            }
        }
        return new Checked(List.copyOf(whole), List.copyOf(places), List.copyOf(faults), objects.size() - whole.size());
    }

    /** @param seen versions of objects before it; this one is added */
    private List<StixFault> faults(JsonNode object, int n, Set<String> seen) {
        var id = ReadingBundles.text(object, "id");
        var type = ReadingBundles.text(object, "type");
        var place = "/objects/" + n;
        if (!object.isObject()) return List.of(new StixFault(place, "kind", "", ""));
        if (!BundleFile.ID.matcher(id).matches()) return List.of(new StixFault(place, "id", "/id", ""));
        if (!id.startsWith(type + "--")) return List.of(new StixFault(id, "type", "/type", ""));
        if (!seen.add(id + " " + version(object))) return List.of(new StixFault(id, "twice", "", ""));
        if (ReadingBundles.text(object, "pattern").length() > LONGEST_PATTERN)
            return List.of(new StixFault(id, "long", "/pattern", ""));
        if (ReadingBundles.text(object, "name").length() > LONGEST_NAME)
            return List.of(new StixFault(id, "long", "/name", ""));
        // What another extension defines can be counted and not checked.
        var faults = new ArrayList<>(StixSchemas.knows(type) ? schemas.faults(id, type, object) : List.of());
        for (var each : MOMENTS) {
            if (object.has(each) && ReadingBundles.moment(object, each) == null) {
                faults.add(new StixFault(id, "moment", "/" + each, ""));
            }
        }
        return faults;
    }

    /** Of what has no versions, its making or nothing. */
    static String version(JsonNode object) {
        var modified = ReadingBundles.text(object, "modified");
        return modified.isEmpty() ? ReadingBundles.text(object, "created") : modified;
    }
}
