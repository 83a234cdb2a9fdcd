package org.comity.convention.document;

import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.nio.file.StandardCopyOption;
import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.concurrent.ConcurrentHashMap;
import java.util.stream.Stream;
import org.comity.convention.OfficialTexts;
import org.springframework.beans.factory.annotation.Autowired;
import org.springframework.beans.factory.annotation.Value;
import org.springframework.stereotype.Component;

/** What was loaded, in the folder {@code law} of the node's home: one file an instrument and language. */
@Component
final class KeptDocuments implements OfficialTexts {

    private static final String BETWEEN = "\f";

    private final Path folder;
    private final Map<String, Kept> read = new ConcurrentHashMap<>();

    @Autowired
    KeptDocuments(@Value("${node.home:.}") Path home) {
        this.folder = home.resolve("law");
    }

    /** A file is read again when it changed, so that a running node shows what was loaded meanwhile. */
    @Override
    public Optional<OfficialText> article(String instrument, String article, String language) {
        if (!instrument.matches("[a-z]{2,20}") || !article.matches("[0-9]{1,3}")) {
            return Optional.empty();
        }
        return Stream.concat(Stream.of(language, "en"), Stream.of("ar", "es", "fr", "ru", "zh"))
                .distinct()
                .flatMap(it -> kept(instrument, it).stream())
                .flatMap(it -> it.article(Integer.parseInt(article)).stream())
                .findFirst();
    }

    void keep(String instrument, String language, Kept kept) throws IOException {
        Files.createDirectories(folder);
        var lines = new ArrayList<String>();
        lines.add(String.join("\t", kept.language(), kept.sha256(), Boolean.toString(kept.recognised()), kept.document()));
        kept.articles().forEach((number, paragraphs) -> {
            lines.add(BETWEEN + number);
            lines.addAll(paragraphs);
        });
        var to = folder.resolve(instrument + "." + language + ".txt");
        var begun = Files.createTempFile(folder, "loading", ".txt");
        Files.writeString(begun, String.join("\n", lines));
        Files.move(begun, to, StandardCopyOption.ATOMIC_MOVE, StandardCopyOption.REPLACE_EXISTING);
    }

    private Optional<Kept> kept(String instrument, String language) {
        var name = instrument + "." + language + ".txt";
        var file = folder.resolve(name);
        try {
            if (!Files.isRegularFile(file)) {
                read.remove(name);
                return Optional.empty();
            }
            var stamp = Files.getLastModifiedTime(file).toMillis() + "/" + Files.size(file);
            var known = read.get(name);
            if (known == null || !known.stamp().equals(stamp)) {
                known = Kept.of(Files.readString(file), stamp);
                read.put(name, known);
            }
            return Optional.of(known);
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
    }

    /** @param stamp of the file, empty before it is kept */
    record Kept(
            String language,
            String sha256,
            boolean recognised,
            String document,
            Map<Integer, List<String>> articles,
            String stamp) {

        static Kept of(String text, String stamp) {
            var parts = text.split(BETWEEN);
            var head = parts[0].strip().split("\t", 4);
            var articles = new LinkedHashMap<Integer, List<String>>();
            for (int n = 1; n < parts.length; n++) {
                var lines = parts[n].strip().split("\n");
                articles.put(Integer.valueOf(lines[0].strip()), List.of(lines).subList(1, lines.length));
            }
            return new Kept(head[0], head[1], Boolean.parseBoolean(head[2]), head[3], articles, stamp);
        }

        Optional<OfficialText> article(int number) {
            return Optional.ofNullable(articles.get(number))
                    .map(it -> new OfficialText(language, document, sha256, recognised, it));
        }
    }
}
