package org.comity.evidence.report;

import static java.nio.charset.StandardCharsets.UTF_8;

import java.time.Instant;
import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.UUID;
import java.util.stream.Collectors;
import java.util.stream.Stream;
import org.comity.evidence.CustodyActs.Shared;
import org.comity.evidence.report.CustodyRecord.Own;
import tools.jackson.databind.json.JsonMapper;

/**
 * An item's custody as a graph of CASE 1.4 and UCO 1.4 (JSON-LD): the file with its hash, a provenance record that groups
 * it, and an investigative action for each entry. Officials stand under their pseudonyms.
 */
final class CaseGraph {

    private static final JsonMapper JSON = JsonMapper.builder().build();
    private static final String KB = "urn:uuid:";

    private final CustodyRecord record;
    private final List<Map<String, Object>> graph = new ArrayList<>();
    private final Map<String, String> known = new LinkedHashMap<>();
    private final String file;

    private CaseGraph(CustodyRecord record) {
        this.record = record;
        this.file = KB + record.item().id();
    }

    static byte[] of(CustodyRecord record) {
        return new CaseGraph(record).json();
    }

    private byte[] json() {
        file();
        var actions = new ArrayList<Map<String, Object>>();
        for (Shared each : record.shared()) actions.add(shared(each));
        for (Own each : record.own()) actions.add(own(each));
        var provenance = node("provenance", "case-investigation:ProvenanceRecord");
        var request = record.reference() == null ? "" : ", of request " + record.reference();
        provenance.put("uco-core:description", "The item, as its custody speaks of it" + request + limits());
        provenance.put("case-investigation:exhibitNumber", record.item().id().toString());
        provenance.put("uco-core:object", List.of(ref(file)));
        graph.add(provenance);
        graph.addAll(actions);
        var document = new LinkedHashMap<String, Object>();
        document.put("@context", context());
        document.put("@graph", graph);
        return (JSON.writerWithDefaultPrettyPrinter().writeValueAsString(document) + "\n").getBytes(UTF_8);
    }

    private String limits() {
        return record.limits().stream()
                .map(it ->
                        ". Use limit %s, by %s: %s".formatted(it.ref(), it.of().reference(), it.purpose()))
                .collect(Collectors.joining());
    }

    private void file() {
        var plain = record.manifest().plain();
        var content = node("content", "uco-observable:ContentDataFacet");
        content.put("uco-observable:mimeType", record.item().mediaType());
        content.put("uco-observable:sizeInBytes", integer(plain.size()));
        var hash = node("hash", "uco-types:Hash");
        hash.put("uco-types:hashMethod", typed("xsd:string", "SHA256"));
        hash.put("uco-types:hashValue", typed("xsd:hexBinary", plain.sha256()));
        content.put("uco-observable:hash", hash);
        var about = node("file", "uco-observable:FileFacet");
        about.put("uco-observable:fileName", record.item().name());
        var folder = record.item().folder();
        if (!folder.isEmpty())
            about.put("uco-observable:filePath", folder + "/" + record.item().name());
        about.put("uco-observable:sizeInBytes", integer(plain.size()));
        var item = new LinkedHashMap<String, Object>();
        item.put("@id", file);
        item.put("@type", "uco-observable:File");
        item.put(
                "uco-core:description",
                "Sealed as comity-item/1. Manifest %s, payload root %s of %d bytes%s%s%s"
                        .formatted(
                                record.manifest().sha256(),
                                record.manifest().payload().root(),
                                record.manifest().payload().size(),
                                record.written() == null ? "" : ". Brought as \"%s\"".formatted(record.written()),
                                keys(),
                                destroyed()));
        item.put("uco-core:hasFacet", List.of(about, content));
        graph.add(item);
    }

    private String keys() {
        var sealed = record.manifest().recipients().stream()
                .map(it -> ". Its key is sealed for %s (%s)".formatted(it.participant(), words(it.purpose())));
        var released = record.released().stream()
                .map(it -> ". Its key was sealed for %s, to which it was released with manifest %s"
                        .formatted(it.receiver(), it.manifest()));
        return Stream.concat(sealed, released).collect(Collectors.joining());
    }

    private String destroyed() {
        var by = record.destroyedBy();
        return record.destroyed()
                .map(it -> ". Destroyed on this node at %s, as declared by %s".formatted(it, by))
                .orElse(record.item().destroyed() ? ". Declared destroyed by %s".formatted(by) : "");
    }

    private Map<String, Object> shared(Shared step) {
        var action = action("shared " + step.act() + step.step());
        // Of what was only said the day is known, which the description has; an hour would be ours.
        if (!step.basis().writtenDown()) at(action, step.at());
        action.put("uco-core:name", words(step.step()));
        action.put(
                "uco-core:description",
                "From %s to %s, by act %s, about manifest %s%s%s"
                        .formatted(
                                step.from(),
                                step.to(),
                                step.act(),
                                step.manifest(),
                                step.more().isEmpty() ? "" : ": " + step.more(),
                                basis(step)));
        action.put("uco-action:performer", ref(organization(step.by())));
        action.put("uco-action:participant", List.of(ref(organization(step.from())), ref(organization(step.to()))));
        return action;
    }

    private String basis(Shared step) {
        var basis = step.basis();
        return switch (basis.kind()) {
            case SEALED -> ". Sealed by " + step.by();
            case SAID ->
                ". Said by %s on %s (%s); written down by %s, not signed by %s"
                        .formatted(step.by(), basis.day(), basis.channel(), step.told(), step.by());
            case AT_SEAT ->
                ". Given by %s at its seat on the node of %s, which sealed it".formatted(step.by(), step.told());
            case PAST ->
                ". Said by %s on %s (%s), and written down afterwards"
                        .formatted(step.by(), basis.day(), basis.channel());
            case POSTED -> ". A letter, which left on %s (%s)".formatted(basis.day(), basis.channel());
            case NOT_LEFT -> ". A letter, which has not left yet";
            case NOT_POSTED -> ". A letter, which will not be posted";
            case UNFOLLOWED -> ". A letter; when it left is not written down";
            case BEFORE_SEAT -> ". To be read at a seat on the node of %s since %s".formatted(step.by(), basis.day());
        };
    }

    private Map<String, Object> own(Own own) {
        var entry = own.entry();
        var action = action("own " + entry.n());
        at(action, entry.time());
        action.put("uco-core:name", words(entry.what()));
        var line = own.line() == 0 ? "" : ", line %d of its log, hash %s".formatted(own.line(), own.hash());
        action.put(
                "uco-core:description",
                "The holder's own record, entry %d%s%s"
                        .formatted(
                                entry.n(),
                                record.another(entry)
                                        .map(it -> ", about manifest " + it)
                                        .orElse(""),
                                line));
        var official = entry.official();
        action.put(
                "uco-action:performer",
                ref(official == null ? organization(record.self().id()) : official(official)));
        action.put("uco-action:instrument", List.of(ref(tool())));
        return action;
    }

    private Map<String, Object> action(String seed) {
        var action = node(seed, "case-investigation:InvestigativeAction");
        action.put("uco-action:object", List.of(ref(file)));
        return action;
    }

    private static void at(Map<String, Object> action, Instant at) {
        action.put("uco-action:startTime", typed("xsd:dateTime", at.toString()));
        action.put("uco-action:endTime", typed("xsd:dateTime", at.toString()));
    }

    private String organization(String id) {
        return named("uco-identity:Organization", id);
    }

    private String official(String pseudonym) {
        return named("uco-identity:Person", pseudonym);
    }

    private String tool() {
        return named("uco-tool:Tool", "Comity");
    }

    private String named(String type, String name) {
        return known.computeIfAbsent(type + name, key -> {
            var node = node(key, type);
            node.put("uco-core:name", name);
            graph.add(node);
            return (String) node.get("@id");
        });
    }

    /** The same record gives the same identifiers. */
    private Map<String, Object> node(String seed, String type) {
        var node = new LinkedHashMap<String, Object>();
        node.put("@id", KB + UUID.nameUUIDFromBytes((record.item().id() + " " + seed).getBytes(UTF_8)));
        node.put("@type", type);
        return node;
    }

    private static Map<String, Object> ref(String id) {
        return Map.of("@id", id);
    }

    private static Map<String, Object> typed(String type, String value) {
        return Map.of("@type", type, "@value", value);
    }

    private static Map<String, Object> integer(long value) {
        return typed("xsd:integer", Long.toString(value));
    }

    private static String words(Enum<?> each) {
        return each.name().toLowerCase(Locale.ROOT).replace('_', ' ');
    }

    private static Map<String, String> context() {
        var context = new LinkedHashMap<String, String>();
        context.put("case-investigation", "https://ontology.caseontology.org/case/investigation/");
        for (String each : List.of("action", "core", "identity", "observable", "tool", "types")) {
            context.put("uco-" + each, "https://ontology.unifiedcyberontology.org/uco/" + each + "/");
        }
        context.put("xsd", "http://www.w3.org/2001/XMLSchema#");
        return context;
    }
}
