package org.comity.casework.offices;

import java.time.LocalDate;
import java.util.List;
import java.util.Map;
import java.util.regex.Pattern;
import java.util.stream.Collectors;
import org.comity.ui.SeenMark;

/**
 * An office or region inside our State, and what is its to do: by procedure, place and matter, as its own State wrote it.
 *
 * @param procedures by their names, e.g. {@code assistance}; none is none
 * @param places words by which a request names where it bears on; empty is everywhere
 * @param matters words by which it names what it is about; empty is everything
 * @param members officials of this node who answer for it
 * @param checked when somebody last looked whether this is so
 * @param closed nothing more is passed on to it
 */
public record Office(
        String id,
        Map<String, String> names,
        List<String> procedures,
        List<String> places,
        List<String> matters,
        List<String> members,
        LocalDate checked,
        boolean closed) {

    static final Pattern ID = Pattern.compile("[a-z][a-z0-9-]{1,39}");

    public Office {
        names = Map.copyOf(names);
        procedures = List.copyOf(procedures);
        places = List.copyOf(places);
        matters = List.copyOf(matters);
        members = List.copyOf(members);
    }

    public String name(String language) {
        return names.getOrDefault(language, names.getOrDefault("en", id));
    }

    /** What a form that shows it carries: all that is written there, and not when somebody looked. */
    String mark() {
        return SeenMark.of(
                id,
                name("en"),
                name("ar"),
                String.join("\n", procedures),
                String.join("\n", places),
                String.join("\n", matters),
                members.stream().sorted().collect(Collectors.joining(" ")),
                Boolean.toString(closed));
    }

    boolean mayDo(String law) {
        return !closed && procedures.contains(law);
    }

    /** Which of its own words a request says; nothing is concluded from it but the order in which offices are offered. */
    Fit fit(String text) {
        return new Fit(this, said(places, text), said(matters, text));
    }

    private static List<String> said(List<String> words, String text) {
        return words.stream().filter(it -> says(text, it)).toList();
    }

    /** As a word of its own: Nord is not in Nordic. */
    private static boolean says(String text, String word) {
        return Pattern.compile(
                        "(?<![\\p{L}\\p{N}])" + Pattern.quote(word) + "(?![\\p{L}\\p{N}])",
                        Pattern.CASE_INSENSITIVE | Pattern.UNICODE_CASE)
                .matcher(text)
                .find();
    }

    /** @param places those of its words that the request says; likewise {@code matters} */
    public record Fit(Office office, List<String> places, List<String> matters) {

        int weight() {
            return places.size() + matters.size();
        }

        public List<String> said() {
            return java.util.stream.Stream.concat(places.stream(), matters.stream())
                    .toList();
        }
    }
}
