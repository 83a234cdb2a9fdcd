package org.comity.casework.offices;

import java.nio.charset.StandardCharsets;
import java.time.DateTimeException;
import java.time.LocalDate;
import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Set;
import org.jspecify.annotations.Nullable;
import tools.jackson.core.JacksonException;
import tools.jackson.core.StreamReadFeature;
import tools.jackson.databind.DeserializationFeature;
import tools.jackson.databind.json.JsonMapper;

/** Reads and writes what offices may do as one JSON file, {@code offices/1}; who answers for them is not in it. */
final class OfficeFile {

    static final String FORMAT = "offices/1";
    static final int LARGEST = 512 * 1024;
    static final int MOST_OFFICES = 500;
    static final int MOST_WORDS = 200;
    static final int LONGEST_NAME = 200;
    static final int LONGEST_WORD = 120;

    private static final JsonMapper JSON = JsonMapper.builder()
            .enable(StreamReadFeature.STRICT_DUPLICATE_DETECTION)
            .enable(DeserializationFeature.FAIL_ON_TRAILING_TOKENS)
            .build();
    private static final Set<String> WHOLE = Set.of("format", "checked", "offices");
    private static final Set<String> EACH = Set.of("id", "names", "procedures", "places", "matters", "closed");

    private OfficeFile() {}

    static byte[] write(List<Office> offices, LocalDate checked) {
        var whole = new LinkedHashMap<String, Object>();
        whole.put("format", FORMAT);
        whole.put("checked", checked.toString());
        whole.put("offices", offices.stream().map(OfficeFile::written).toList());
        return JSON.writerWithDefaultPrettyPrinter().writeValueAsString(whole).getBytes(StandardCharsets.UTF_8);
    }

    private static Map<String, Object> written(Office it) {
        var each = new LinkedHashMap<String, Object>();
        each.put("id", it.id());
        each.put("names", new java.util.TreeMap<>(it.names()));
        each.put("procedures", it.procedures());
        each.put("places", it.places());
        each.put("matters", it.matters());
        each.put("closed", it.closed());
        return each;
    }

    /**
     * @param known names of the procedures that this node carries out
     * @throws OfficeRefused that says where it is wrong; then nothing of it counts
     */
    static List<Office> read(byte[] file, List<String> known) {
        if (file.length > LARGEST) {
            throw OfficeRefused.file("size");
        }
        var whole = object(parsed(file), WHOLE, "");
        if (!FORMAT.equals(whole.get("format"))) {
            throw OfficeRefused.file("format");
        }
        var checked = day(whole.get("checked"));
        if (!(whole.get("offices") instanceof List<?> list) || list.size() > MOST_OFFICES) {
            throw OfficeRefused.file("offices");
        }
        var read = new ArrayList<Office>();
        for (int n = 0; n < list.size(); n++) {
            var one = office(list.get(n), "offices[" + n + "]", known, checked);
            if (read.stream().anyMatch(it -> it.id().equals(one.id()))) {
                throw OfficeRefused.file("offices[" + n + "].id");
            }
            read.add(one);
        }
        return read;
    }

    private static Office office(Object json, String at, List<String> known, LocalDate checked) {
        var it = object(json, EACH, at);
        var names = object(it.get("names"), Set.of("en", "ar"), at + ".names");
        var procedures = texts(it.get("procedures"), at + ".procedures");
        if (!known.containsAll(procedures)) {
            throw OfficeRefused.file(at + ".procedures");
        }
        if (!(it.get("closed") instanceof Boolean closed)) {
            throw OfficeRefused.file(at + ".closed");
        }
        var id = text(it.get("id"), 40, at + ".id");
        if (!Office.ID.matcher(id).matches()) {
            throw OfficeRefused.file(at + ".id");
        }
        return new Office(
                id,
                Map.of(
                        "en", text(names.get("en"), LONGEST_NAME, at + ".names.en"),
                        "ar", text(names.get("ar"), LONGEST_NAME, at + ".names.ar")),
                procedures,
                texts(it.get("places"), at + ".places"),
                texts(it.get("matters"), at + ".matters"),
                List.of(),
                checked,
                closed);
    }

    private static Object parsed(byte[] file) {
        try {
            return JSON.readValue(file, Object.class);
        } catch (JacksonException notJson) {
            throw OfficeRefused.file("json");
        }
    }

    private static Map<?, ?> object(@Nullable Object json, Set<String> fields, String at) {
        if (!(json instanceof Map<?, ?> map) || !map.keySet().equals(fields)) {
            throw OfficeRefused.file(at.isEmpty() ? "fields" : at);
        }
        return map;
    }

    private static List<String> texts(@Nullable Object json, String at) {
        if (!(json instanceof List<?> list) || list.size() > MOST_WORDS) {
            throw OfficeRefused.file(at);
        }
        return list.stream().map(it -> text(it, LONGEST_WORD, at)).distinct().toList();
    }

    /** One line that says something. */
    private static String text(@Nullable Object json, int longest, String at) {
        if (!(json instanceof String text)
                || text.isBlank()
                || !text.equals(text.strip())
                || text.length() > longest
                || text.chars().anyMatch(c -> c < 0x20)) {
            throw OfficeRefused.file(at);
        }
        return text;
    }

    private static LocalDate day(@Nullable Object json) {
        try {
            return LocalDate.parse(text(json, 10, "checked"));
        } catch (DateTimeException notADay) {
            throw OfficeRefused.file("checked");
        }
    }
}
