package org.comity.site;

import gg.jte.TemplateEngine;
import gg.jte.output.Utf8ByteOutput;
import java.io.ByteArrayOutputStream;
import java.io.IOException;
import java.io.OutputStream;
import java.nio.charset.StandardCharsets;
import java.time.LocalDateTime;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.zip.ZipEntry;
import java.util.zip.ZipOutputStream;
import org.comity.proof.form.Digests;
import org.comity.site.ArticleBundle.Enclosed;
import org.comity.site.ArticleBundle.Packed;
import org.comity.ui.HarmlessOutput;
import org.comity.ui.Words;
import org.springframework.stereotype.Component;

/**
 * Writes an article as a ZIP of plain pages that work from a disk, one after the other: the same content is the same bytes, and in
 * memory is one page or one file at a time.
 */
@Component
class WritingBundle {

    static final String MANIFEST = "manifest-sha256.txt";

    private static final LocalDateTime NO_TIME = LocalDateTime.of(1980, 1, 1, 0, 0);

    private final TemplateEngine templates;
    private final Words words;
    private final PublicShelves shelves;

    WritingBundle(TemplateEngine templates, Words words, PublicShelves shelves) {
        this.templates = templates;
        this.words = words;
        this.shelves = shelves;
    }

    /** The stream stays open. */
    void write(ArticleBundle bundle, Room room, OutputStream out) throws IOException {
        var written = new Written(new ZipOutputStream(out));
        var pages = new ArrayList<Packed>();
        var style = style();
        long left = room.whole()
                - taken("style.css", style.length)
                - taken("index.html", index(bundle, pages).length)
                - taken(MANIFEST, 1_000);
        long files = room.files();
        int leftOut = 0;
        written.put("style.css", style);
        for (var shelf : bundle.shelves()) {
            for (var item : shelf.items()) {
                var name = shelf.name() + "/" + item.id() + ".html";
                var title = item.title(bundle.language().tag());
                var enclosed = new ArrayList<Enclosed>();
                for (var file : files(shelf.name(), item)) enclosed.add(online(bundle, shelf, item, file));
                // A file that is here makes the page shorter: its address is.
                long more = taken(name, page(bundle, shelf, item, enclosed).length) + line(name, title);
                if (more > left) {
                    leftOut++;
                    continue;
                }
                left -= more;
                enclosed.clear();
                for (var file : files(shelf.name(), item)) {
                    var path = "files/" + shelf.name() + "/" + item.id() + "/" + file.name();
                    long most = Math.min(files, left - taken(path, 0));
                    var content = file.size() > most
                            ? Optional.<byte[]>empty()
                            : content(shelf.name(), item, file.name()).filter(it -> it.length <= most);
                    if (content.isPresent()) {
                        files -= content.get().length;
                        left -= taken(path, content.get().length);
                        written.put(path, content.get());
                        enclosed.add(new Enclosed(
                                "../" + path, file.title(bundle.language().tag()), true));
                    } else {
                        enclosed.add(online(bundle, shelf, item, file));
                    }
                }
                var hash = written.put(name, page(bundle, shelf, item, enclosed));
                pages.add(new Packed(name, shelf.name(), title, item.label(), item.day(), hash));
            }
        }
        written.put("index.html", index(bundle.without(leftOut), pages));
        written.end();
    }

    /**
     * How much there may be in it, in bytes.
     *
     * @param whole of the ZIP; an item whose page has none left is counted in the index
     * @param files that belong to items; a page of a document whose file has none says where it is online
     */
    record Room(long whole, long files) {}

    private static Enclosed online(
            ArticleBundle bundle, ArticleBundle.Shelf shelf, PublicItem item, PublicShelf.ItemFile file) {
        return new Enclosed(
                bundle.home() + "/files/" + shelf.name() + "/" + item.id() + "/" + file.name(),
                file.title(bundle.language().tag()),
                false);
    }

    /** As much as it takes in the ZIP at most, packed badly, with its two headers and its line of the manifest. */
    private static long taken(String name, long size) {
        return size + size / 1_000 + 300 + 3L * name.length();
    }

    /** Of the index. */
    private static long line(String name, String title) {
        return 400L + name.length() + PublicText.weight(title);
    }

    private List<PublicShelf.ItemFile> files(String shelf, PublicItem item) {
        return shelves.shelf(shelf).map(it -> it.files(item.id())).orElse(List.of());
    }

    private Optional<byte[]> content(String shelf, PublicItem item, String file) {
        return shelves.shelf(shelf).flatMap(it -> it.content(item.id(), file));
    }

    private byte[] page(ArticleBundle bundle, ArticleBundle.Shelf shelf, PublicItem item, List<Enclosed> files) {
        return drawn(
                "site/bundlepage.jte",
                Map.of("words", words, "bundle", bundle, "shelf", shelf, "item", item, "files", files));
    }

    private byte[] index(ArticleBundle bundle, List<Packed> pages) {
        return drawn("site/bundleindex.jte", Map.of("words", words, "bundle", bundle, "pages", pages));
    }

    private byte[] drawn(String template, Map<String, Object> params) {
        var out = new Utf8ByteOutput();
        templates.render(template, params, new HarmlessOutput(out));
        var bytes = new ByteArrayOutputStream(out.getContentLength());
        try {
            out.writeTo(bytes);
        } catch (IOException inMemory) {
            throw new java.io.UncheckedIOException(inMemory);
        }
        return bytes.toByteArray();
    }

    private static byte[] style() throws IOException {
        try (var in = WritingBundle.class.getResourceAsStream("/site/bundle.css")) {
            return java.util.Objects.requireNonNull(in).readAllBytes();
        }
    }

    /** The ZIP, with the hash of each thing in it. */
    private static final class Written {

        private final ZipOutputStream zip;
        private final StringBuilder manifest = new StringBuilder();

        Written(ZipOutputStream zip) {
            this.zip = zip;
        }

        String put(String name, byte[] content) throws IOException {
            var entry = new ZipEntry(name);
            entry.setTimeLocal(NO_TIME);
            zip.putNextEntry(entry);
            zip.write(content);
            zip.closeEntry();
            var hash = Digests.sha256(content);
            manifest.append(hash).append("  ").append(name).append('\n');
            return hash;
        }

        void end() throws IOException {
            put(MANIFEST, manifest.toString().getBytes(StandardCharsets.UTF_8));
            zip.finish();
        }
    }
}
