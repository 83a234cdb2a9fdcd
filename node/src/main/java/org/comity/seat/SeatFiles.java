package org.comity.seat;

import java.io.IOException;
import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import java.util.Set;
import java.util.TreeMap;
import java.util.TreeSet;
import org.comity.proof.act.Attachment;
import org.comity.proof.form.FileNames;
import org.jspecify.annotations.Nullable;
import org.springframework.web.multipart.MultipartFile;

/** Holds the PDFs that a person in a seat adds to an act, as they came, and the list of files that it hands over; what is not a few small PDFs with plain names is refused. */
final class SeatFiles {

    static final SeatFiles NONE = new SeatFiles(Map.of());
    static final String FIELD = "files";

    private static final int MOST = 5;

    /** So that a container of a joint thread stays below 1 MiB with its document (R92). */
    private static final long LARGEST = 700 << 10;

    private final Map<String, byte[]> byName;

    SeatFiles(Map<String, byte[]> byName) {
        this.byName = byName;
    }

    Map<String, byte[]> byName() {
        return byName;
    }

    /** @throws SeatRefused if one of them cannot be taken; then none is */
    static SeatFiles of(@Nullable List<MultipartFile> posted) throws IOException {
        var files = new LinkedHashMap<String, byte[]>();
        long bytes = 0;
        for (var each : posted == null ? List.<MultipartFile>of() : posted) {
            if (each.isEmpty()) continue;
            bytes += each.getSize();
            var name = Objects.requireNonNullElse(each.getOriginalFilename(), "");
            boolean fits = files.size() < MOST && bytes <= LARGEST && name.endsWith(".pdf");
            if (!fits || !Attachment.allowedName(name)) throw SeatRefused.missing(FIELD);
            byte[] content = each.getBytes();
            if (!pdf(content)) throw SeatRefused.missing(FIELD);
            if (files.put(name, content) != null || FileNames.twins(files.keySet())) throw SeatRefused.missing(FIELD);
        }
        return new SeatFiles(files);
    }

    static boolean pdf(byte[] content) {
        return content.length > 4 && content[0] == '%' && content[1] == 'P' && content[2] == 'D' && content[3] == 'F';
    }

    private static String type(String name) {
        return name.equals(ListOfFiles.NAME) ? "text/plain" : "application/pdf";
    }

    List<Attachment> attachments() {
        var all = new ArrayList<Attachment>();
        byName.forEach((name, content) -> all.add(Attachment.of(name, type(name), content)));
        return all;
    }

    /** With the list of the files that the act hands over, if it hands over any. */
    SeatFiles with(ListOfFiles list) {
        if (list.lines().isEmpty()) return this;
        var all = new LinkedHashMap<>(byName);
        all.put(ListOfFiles.NAME, list.bytes());
        return new SeatFiles(all);
    }

    ListOfFiles listed() {
        var list = byName.get(ListOfFiles.NAME);
        return list == null ? new ListOfFiles(List.of()) : ListOfFiles.read(list);
    }

    /** Names of those that a person chose. */
    Set<String> chosen() {
        var names = new TreeSet<>(byName.keySet());
        names.remove(ListOfFiles.NAME);
        return names;
    }

    /** By their places in a container. */
    Map<String, byte[]> places() {
        var all = new TreeMap<String, byte[]>();
        byName.forEach((name, content) -> all.put("attachments/" + name, content));
        return all;
    }
}
