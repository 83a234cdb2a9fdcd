package org.comity.casework.offices;

import java.time.LocalDate;
import java.util.List;
import java.util.Map;
import org.comity.ui.FormProblems;
import org.comity.ui.SeenMark;
import org.comity.ui.TypedText;

/**
 * An office as typed; {@code places} and {@code matters} a word or name on each line.
 *
 * @param seen mark of the office as it stood on the page; empty for a new one
 */
public record OfficeForm(
        String id,
        String nameEn,
        String nameAr,
        List<String> procedures,
        String places,
        String matters,
        List<String> members,
        boolean closed,
        String seen) {

    static final OfficeForm EMPTY = new OfficeForm("", "", "", List.of(), "", "", List.of(), false, SeenMark.NOTHING);

    static OfficeForm of(Office it) {
        return new OfficeForm(
                it.id(),
                it.name("en"),
                it.name("ar"),
                it.procedures(),
                String.join("\n", it.places()),
                String.join("\n", it.matters()),
                it.members(),
                it.closed(),
                it.mark());
    }

    static OfficeForm of(String id, Map<String, List<String>> form) {
        return new OfficeForm(
                id,
                first(form, "nameEn"),
                first(form, "nameAr"),
                form.getOrDefault("procedures", List.of()),
                first(form, "places"),
                first(form, "matters"),
                form.getOrDefault("members", List.of()),
                form.containsKey("closed"),
                first(form, "seen"));
    }

    private static String first(Map<String, List<String>> form, String name) {
        return TypedText.clean(form.getOrDefault(name, List.of("")).getFirst());
    }

    /** @param officials who may answer for an office */
    FormProblems problems(List<String> known, List<String> officials) {
        var found = FormProblems.NONE;
        if (!Office.ID.matcher(id).matches()) {
            found = found.with("id", "office.needed.id");
        }
        if (nameEn.isEmpty() || nameEn.length() > OfficeFile.LONGEST_NAME || nameEn.contains("\n")) {
            found = found.with("nameEn", "office.needed.name");
        }
        if (nameAr.isEmpty() || nameAr.length() > OfficeFile.LONGEST_NAME || nameAr.contains("\n")) {
            found = found.with("nameAr", "office.needed.name");
        }
        if (!known.containsAll(procedures)) {
            found = found.with("procedures", "office.needed.procedures");
        }
        if (tooMuch(places)) {
            found = found.with("places", "office.needed.words");
        }
        if (tooMuch(matters)) {
            found = found.with("matters", "office.needed.words");
        }
        return officials.containsAll(members) ? found : found.with("members", "office.needed.members");
    }

    Office office(LocalDate checked) {
        return new Office(
                id,
                Map.of("en", nameEn, "ar", nameAr),
                procedures.stream().distinct().toList(),
                words(places),
                words(matters),
                members.stream().distinct().toList(),
                checked,
                closed);
    }

    private static boolean tooMuch(String typed) {
        var words = words(typed);
        return words.size() > OfficeFile.MOST_WORDS
                || words.stream().anyMatch(it -> it.length() > OfficeFile.LONGEST_WORD);
    }

    private static List<String> words(String typed) {
        return typed.lines()
                .map(it -> it.replace('\t', ' ').strip())
                .filter(it -> !it.isEmpty())
                .distinct()
                .toList();
    }
}
