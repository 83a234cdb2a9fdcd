package org.comity.site;

import java.io.IOException;
import java.io.StringWriter;
import java.io.UncheckedIOException;
import java.nio.charset.StandardCharsets;
import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.TreeMap;
import org.apache.commons.csv.CSVFormat;
import org.apache.commons.csv.CSVPrinter;
import org.comity.sheet.HarmlessCell;
import org.comity.ui.Language;
import org.comity.ui.Words;
import org.comity.vocabulary.SharingChannel;
import org.springframework.stereotype.Component;
import tools.jackson.databind.json.JsonMapper;

/** Writes what stands on a public shelf as data: a table of its items, of its tables, and the whole as JSON. */
@Component
class PublicData {

    private static final JsonMapper JSON = JsonMapper.builder().build();

    private final PublicShelves shelves;
    private final Words words;

    PublicData(PublicShelves shelves, Words words) {
        this.shelves = shelves;
        this.words = words;
    }

    /** A line for each thing that is said of an item; no cell is run as a formula. */
    byte[] csv(PublicShelf shelf) {
        var rows = new ArrayList<List<String>>();
        rows.add(List.of("id", "day", "from", "articles", "title", "part", "text"));
        for (var item : items(shelf)) {
            for (var part : item.parts()) {
                rows.add(List.of(
                        item.id(),
                        item.day().toString(),
                        item.from(),
                        String.join(" ", item.articles()),
                        item.title("en"),
                        words.say(Language.ENGLISH, part.label()),
                        part.in("en")));
            }
        }
        return written(rows);
    }

    /** The same figures as the page shows, hidden ones hidden. */
    byte[] tables(PublicShelf shelf) {
        var rows = new ArrayList<List<String>>();
        for (var table : shelf.tables("en")) {
            rows.add(List.of(words.say(Language.ENGLISH, table.title())));
            rows.add(named(table));
            rows.addAll(table.rows());
        }
        return written(rows);
    }

    byte[] json(PublicShelf shelf) {
        var items = items(shelf).stream().map(this::item).toList();
        var tables = shelf.tables("en").stream()
                .map(it -> Map.of(
                        "title", words.say(Language.ENGLISH, it.title()), "columns", named(it), "rows", it.rows()))
                .toList();
        var whole = new LinkedHashMap<String, Object>();
        whole.put("shelf", shelf.name());
        whole.put("items", items);
        whole.put("tables", tables.stream().map(TreeMap::new).toList());
        return JSON.writeValueAsBytes(whole);
    }

    private Map<String, Object> item(PublicItem it) {
        var said = new LinkedHashMap<String, Object>();
        said.put("id", it.id());
        said.put("label", it.label().mark());
        said.put("day", it.day().toString());
        said.put("from", it.from());
        said.put("articles", it.articles());
        said.put("title", new TreeMap<>(it.title()));
        said.put(
                "parts",
                it.parts().stream()
                        .map(part -> {
                            var one = new LinkedHashMap<String, Object>();
                            one.put("part", part.label());
                            one.put("text", new TreeMap<>(part.text()));
                            return one;
                        })
                        .toList());
        return said;
    }

    private List<PublicItem> items(PublicShelf shelf) {
        return shelves.items(shelf, SharingChannel.EXPORT);
    }

    private List<String> named(PublicTable table) {
        return table.columns().stream()
                .map(it -> words.say(Language.ENGLISH, it))
                .toList();
    }

    private static byte[] written(List<List<String>> rows) {
        var text = new StringWriter();
        try (var csv = new CSVPrinter(text, CSVFormat.RFC4180)) {
            for (var row : rows) {
                csv.printRecord(row.stream().map(HarmlessCell::of).toList());
            }
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
        return text.toString().getBytes(StandardCharsets.UTF_8);
    }
}
