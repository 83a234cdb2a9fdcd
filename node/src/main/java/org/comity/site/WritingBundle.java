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
import java.util.zip.ZipEntry;
import java.util.zip.ZipOutputStream;
import org.comity.proof.Digests;
import org.comity.site.ArticleBundle.Enclosed;
import org.comity.site.ArticleBundle.Packed;
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

    /**
     * The stream stays open.
     *
     * @param room bytes of files; a page of a document whose file has none says where it is online
     */
    void write(ArticleBundle bundle, int room, OutputStream out) throws IOException {
        var written = new Written(new ZipOutputStream(out));
        written.put("style.css", style());
        var pages = new ArrayList<Packed>();
        int left = room;
        for (var shelf : bundle.shelves()) {
            for (var item : shelf.items()) {
                var enclosed = new ArrayList<Enclosed>();
                for (var file : files(shelf.name(), item)) {
                    var content = file.size() > left
                            ? java.util.Optional.<byte[]>empty()
                            : content(shelf.name(), item, file.name());
                    var path = shelf.name() + "/" + item.id() + "/" + file.name();
                    boolean here = content.isPresent() && content.get().length <= left;
                    if (here) {
                        left -= content.get().length;
                        written.put("files/" + path, content.get());
                    }
                    enclosed.add(new Enclosed(
                            here ? "../files/" + path : bundle.home() + "/files/" + path,
                            file.title(bundle.language().tag()),
                            here));
                }
                var name = shelf.name() + "/" + item.id() + ".html";
                var hash = written.put(name, page(bundle, shelf, item, enclosed));
                pages.add(new Packed(
                        name, shelf.name(), item.title(bundle.language().tag()), item.label(), item.day(), hash));
            }
        }
        written.put("index.html", index(bundle, pages));
        written.end();
    }

    private List<PublicShelf.ItemFile> files(String shelf, PublicItem item) {
        return shelves.shelf(shelf).map(it -> it.files(item.id())).orElse(List.of());
    }

    private java.util.Optional<byte[]> content(String shelf, PublicItem item, String file) {
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
        templates.render(template, params, out);
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
