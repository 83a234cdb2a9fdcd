package org.comity.convention.document;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.nio.file.StandardCopyOption;
import java.nio.file.attribute.PosixFileAttributeView;
import java.nio.file.attribute.PosixFilePermissions;
import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import java.util.concurrent.ConcurrentHashMap;
import java.util.stream.Stream;
import org.comity.convention.OfficialTexts;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;
import org.springframework.beans.factory.annotation.Autowired;
import org.springframework.beans.factory.annotation.Value;
import org.springframework.stereotype.Component;

/** What was loaded, in the folder {@code law} of the node's home: one file an instrument and language. */
@Component
final class KeptDocuments implements OfficialTexts {

    private static final Logger LOG = LoggerFactory.getLogger(KeptDocuments.class);
    private static final String BETWEEN = "\f";

    private final Path folder;
    private final Map<String, Kept> read = new ConcurrentHashMap<>();
    private final Set<String> unreadable = ConcurrentHashMap.newKeySet();

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
        if (!Files.isDirectory(folder)) {
            Files.createDirectories(folder);
            readable(folder, "rwxr-xr-x");
        }
        var lines = new ArrayList<String>();
        lines.add(String.join(
                "\t", kept.language(), kept.sha256(), Boolean.toString(kept.recognised()), kept.document()));
        kept.articles().forEach((number, paragraphs) -> {
            lines.add(BETWEEN + number);
            lines.addAll(paragraphs);
        });
        var to = folder.resolve(instrument + "." + language + ".txt");
        var begun = Files.createTempFile(folder, "loading", ".txt");
        Files.writeString(begun, String.join("\n", lines));
        readable(begun, "rw-r--r--");
        Files.move(begun, to, StandardCopyOption.ATOMIC_MOVE, StandardCopyOption.REPLACE_EXISTING);
    }

    /** The law is loaded by whoever looks after the machine, often root, and read by the node's own user. */
    private static void readable(Path path, String mode) throws IOException {
        var posix = Files.getFileAttributeView(path, PosixFileAttributeView.class);
        if (posix != null) {
            posix.setPermissions(PosixFilePermissions.fromString(mode));
        }
    }

    /** What cannot be read is not there: the page shows our words alone, and the log says why, once. */
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
                unreadable.remove(name);
            }
            return Optional.of(known);
        } catch (IOException | RuntimeException e) {
            if (unreadable.add(name)) {
                LOG.warn(
                        "{} cannot be read, so the articles show no official text: load it anew with ./comity law load",
                        file,
                        e);
            }
            return Optional.empty();
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
