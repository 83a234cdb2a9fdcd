package org.comity.site;

import java.time.LocalDate;
import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import org.comity.proof.form.Digests;
import org.comity.ui.Words;
import org.comity.vocabulary.SharingChannel;
import org.springframework.stereotype.Component;
import tools.jackson.databind.json.JsonMapper;

/** Writes the catalogue of the open data by DCAT-AP as JSON-LD: each file with its day, its SHA-256, its size and its licence. */
@Component
class DataCatalogue {

    private static final JsonMapper JSON = JsonMapper.builder().build();
    private static final Map<String, String> CONTEXT = Map.of(
            "dcat", "http://www.w3.org/ns/dcat#",
            "dct", "http://purl.org/dc/terms/",
            "foaf", "http://xmlns.com/foaf/0.1/",
            "spdx", "http://spdx.org/rdf/terms#",
            "xsd", "http://www.w3.org/2001/XMLSchema#");

    private final PublicShelves shelves;
    private final PublicData data;
    private final PublicSiteSettings settings;
    private final Words words;

    DataCatalogue(PublicShelves shelves, PublicData data, PublicSiteSettings settings, Words words) {
        this.shelves = shelves;
        this.data = data;
        this.settings = settings;
        this.words = words;
    }

    byte[] write() {
        var home = settings.address().toString().replaceFirst("/+$", "") + PublicDataController.PATH;
        var whole = new LinkedHashMap<String, Object>();
        whole.put("@context", new java.util.TreeMap<>(CONTEXT));
        whole.put("@id", home + "/catalogue.jsonld");
        whole.put("@type", "dcat:Catalog");
        whole.put("dct:title", said("public.title"));
        whole.put("dct:description", said("public.lead"));
        whole.put("dct:publisher", Map.of("@type", "foaf:Agent", "foaf:name", said("public.title")));
        whole.put("dct:license", Map.of("@id", settings.licence().toString()));
        whole.put(
                "dcat:dataset",
                shelves.all().stream().map(it -> dataset(it, home)).toList());
        return JSON.writeValueAsBytes(whole);
    }

    private Map<String, Object> dataset(PublicShelf shelf, String home) {
        var address = home + "/" + shelf.name();
        var changed = shelves.items(shelf, SharingChannel.EXPORT).stream()
                .map(PublicItem::day)
                .max(LocalDate::compareTo)
                .orElse(LocalDate.EPOCH);
        var files = new ArrayList<Map<String, Object>>();
        files.add(file(address + ".csv", "text/csv", data.csv(shelf), changed, shelf));
        files.add(file(address + ".json", "application/json", data.json(shelf), changed, shelf));
        if (!shelf.tables("en").isEmpty()) {
            files.add(file(address + ".table.csv", "text/csv", data.tables(shelf), changed, shelf));
        }
        var set = new LinkedHashMap<String, Object>();
        set.put("@id", address);
        set.put("@type", "dcat:Dataset");
        set.put("dct:title", said("public.shelf." + shelf.name()));
        set.put("dct:description", said("public.shelf." + shelf.name() + ".about"));
        set.put("dct:modified", typed(changed.toString(), "xsd:date"));
        set.put("dct:rights", said("public.data.rights"));
        set.put("dcat:distribution", files);
        return set;
    }

    private Map<String, Object> file(String address, String type, byte[] content, LocalDate day, PublicShelf shelf) {
        var file = new LinkedHashMap<String, Object>();
        file.put("@id", address);
        file.put("@type", "dcat:Distribution");
        file.put("dcat:accessURL", Map.of("@id", address));
        file.put("dcat:downloadURL", Map.of("@id", address));
        file.put("dcat:mediaType", Map.of("@id", "https://www.iana.org/assignments/media-types/" + type));
        file.put("dcat:byteSize", typed(Integer.toString(content.length), "xsd:nonNegativeInteger"));
        file.put("dct:modified", typed(day.toString(), "xsd:date"));
        if (shelf.ofTheHost())
            file.put("dct:license", Map.of("@id", settings.licence().toString()));
        var sum = new LinkedHashMap<String, Object>();
        sum.put("@type", "spdx:Checksum");
        sum.put("spdx:algorithm", Map.of("@id", "http://spdx.org/rdf/terms#checksumAlgorithm_sha256"));
        sum.put("spdx:checksumValue", typed(Digests.sha256(content), "xsd:hexBinary"));
        file.put("spdx:checksum", sum);
        return file;
    }

    private List<Map<String, String>> said(String key) {
        return words.languagesOn(PublicShelf.ADDRESS).stream()
                .map(it -> (Map<String, String>)
                        new java.util.TreeMap<>(Map.of("@language", it.tag(), "@value", words.say(it, key))))
                .toList();
    }

    private static Map<String, String> typed(String value, String type) {
        return new java.util.TreeMap<>(Map.of("@type", type, "@value", value));
    }
}
