package org.comity.intelligence.stix;

import java.time.Instant;
import java.time.ZoneOffset;
import java.time.format.DateTimeFormatter;
import java.util.ArrayList;
import java.util.HashSet;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Set;
import org.comity.procedure.form.Identifier;
import org.comity.vocabulary.TrafficLight;
import tools.jackson.databind.JsonNode;
import tools.jackson.databind.json.JsonMapper;

/** Writes a STIX 2.1 bundle of identifiers that acts name: each once, with who named it first and how far it may be shared. */
public class WritingBundles {

    /** Identifiers in one bundle. */
    public static final int MOST = 1_000;

    private static final JsonMapper JSON = JsonMapper.shared();
    private static final DateTimeFormatter MILLIS =
            DateTimeFormatter.ofPattern("uuuu-MM-dd'T'HH:mm:ss.SSS'Z'").withZone(ZoneOffset.UTC);

    /** The same in every bundle: an object of one id has one beginning. */
    private static final String SINCE = "2025-01-01T00:00:00.000Z";

    private final StixSchemas schemas;

    public WritingBundles(StixSchemas schemas) {
        this.schemas = schemas;
    }

    /**
     * One identifier as an act names it.
     *
     * @param act its id
     * @param author participant that said it
     * @param authorName likewise, for readers
     */
    public record NamedIdentifier(Identifier identifier, String act, String author, String authorName, Instant at) {}

    /**
     * @param named how many identifiers are in it
     * @param left how many are not, since STIX has no object for them
     * @param beyond how many are not, since it is full
     */
    public record WrittenBundle(byte[] json, int named, int left, int beyond) {}

    /** Without those whose observable is among these ids. */
    public static List<NamedIdentifier> without(Set<String> ids, List<NamedIdentifier> all) {
        return all.stream()
                .filter(it -> TypedObservable.of(it.identifier())
                        .filter(seen -> ids.contains(seen.id()))
                        .isEmpty())
                .toList();
    }

    /**
     * @param of what it is written, for its id: the same again is the same bundle
     * @param light the label of all that is in it
     */
    public WrittenBundle write(String of, List<NamedIdentifier> all, TrafficLight light) {
        var objects = new LinkedHashMap<String, Map<String, Object>>();
        put(objects, LightMarking.definition(light));
        var named = new HashSet<String>();
        var left = new HashSet<String>();
        var beyond = new HashSet<String>();
        for (var each : all) {
            var found = TypedObservable.of(each.identifier()).filter(this::whole);
            if (found.isEmpty()) {
                left.add(each.identifier().kind() + each.identifier().value());
                continue;
            }
            var observable = found.get();
            if (named.contains(observable.id())) continue;
            if (named.size() == MOST) {
                beyond.add(observable.id());
                continue;
            }
            named.add(observable.id());
            put(objects, observable, each, light);
        }
        var ids = String.join(" ", objects.keySet());
        var bundle = new LinkedHashMap<String, Object>();
        bundle.put("type", "bundle");
        bundle.put("id", id("bundle", of + " " + ids));
        bundle.put("objects", new ArrayList<>(objects.values()));
        return new WrittenBundle(
                JSON.writerWithDefaultPrettyPrinter().writeValueAsBytes(bundle),
                named.size(),
                left.size(),
                beyond.size());
    }

    private boolean whole(TypedObservable observable) {
        JsonNode object = JSON.valueToTree(observable.object());
        return schemas.faults(observable.id(), observable.type(), object).isEmpty();
    }

    private static void put(
            Map<String, Map<String, Object>> objects,
            TypedObservable observable,
            NamedIdentifier named,
            TrafficLight light) {
        var author = identity(named.author(), named.authorName());
        var marks = List.of(LightMarking.id(light));
        put(objects, author);
        var seen = observable.object();
        seen.put("object_marking_refs", marks);
        put(objects, seen);
        // What an object of one id and time says is the same wherever it is written: its name is all that can differ.
        var of = String.join(" ", named.act(), light.word(), (String) author.get("id"), observable.pattern());
        var indicator = made("indicator", of, named.at());
        indicator.put("created_by_ref", author.get("id"));
        indicator.put("object_marking_refs", marks);
        indicator.put("name", named.identifier().line());
        indicator.put("indicator_types", List.of("unknown"));
        indicator.put("pattern", observable.pattern());
        indicator.put("pattern_type", "stix");
        indicator.put("pattern_version", "2.1");
        indicator.put("valid_from", MILLIS.format(named.at()));
        put(objects, indicator);
        var based = made("relationship", of + " based-on", named.at());
        based.put("created_by_ref", author.get("id"));
        based.put("object_marking_refs", marks);
        based.put("relationship_type", "based-on");
        based.put("source_ref", indicator.get("id"));
        based.put("target_ref", seen.get("id"));
        put(objects, based);
    }

    private static Map<String, Object> identity(String participant, String name) {
        var identity = base("identity", participant + " " + name, SINCE);
        identity.put("name", name);
        identity.put("identity_class", "organization");
        return identity;
    }

    private static Map<String, Object> made(String type, String name, Instant at) {
        return base(type, name, MILLIS.format(at));
    }

    private static Map<String, Object> base(String type, String name, String at) {
        var object = new LinkedHashMap<String, Object>();
        object.put("type", type);
        object.put("spec_version", "2.1");
        object.put("id", id(type, name));
        object.put("created", at);
        object.put("modified", at);
        return object;
    }

    private static String id(String type, String name) {
        return type + "--" + NamedUuid.of(NamedUuid.OURS, type + " " + name);
    }

    private static void put(Map<String, Map<String, Object>> objects, Map<String, Object> object) {
        objects.putIfAbsent((String) object.get("id"), object);
    }
}
