package org.comity.desk;

import static java.util.stream.Collectors.joining;

import java.util.Arrays;
import java.util.HashMap;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.Objects;
import java.util.concurrent.ConcurrentHashMap;
import java.util.regex.Pattern;
import java.util.stream.Stream;
import org.comity.casework.JointCases;
import org.comity.convention.Convention;
import org.comity.procedure.ActField;
import org.comity.procedure.KnownProcedure;
import org.comity.procedure.Procedures;
import org.comity.ui.Choice;
import org.comity.ui.Language;
import org.comity.ui.Words;
import org.jspecify.annotations.Nullable;
import org.springframework.stereotype.Component;

/** Says in words what an act holds as codes, such as what was chosen, so that the excerpt of a search can be read. */
@Component
class WordsForCodes {

    private static final String BETWEEN = " · ";
    private static final Pattern CODE = Pattern.compile("[a-z][a-z0-9]*(-[a-z0-9]+)*");
    private static final Pattern INSTANT =
            Pattern.compile("([0-9]{4}-[0-9]{2}-[0-9]{2})T([0-9]{2}:[0-9]{2})(:[0-9.]+)?Z");

    private final Procedures procedures;
    private final JointCases joint;
    private final Convention convention;
    private final Words words;

    /** By procedure and language; nothing of it changes while the program runs. */
    private final Map<String, Map<String, String>> known = new ConcurrentHashMap<>();

    WordsForCodes(Procedures procedures, JointCases joint, Convention convention, Words words) {
        this.procedures = procedures;
        this.joint = joint;
        this.convention = convention;
        this.words = words;
    }

    /**
     * @param said what an act says, as the index of the search keeps it
     * @param procedure name and version; of one that is not known here the text stays as it is
     * @param typed what was sought: where a piece holds one of its words, it is shown as it was found
     */
    String in(String said, String procedure, Language language, String typed) {
        var sought = Arrays.stream(typed.strip().toLowerCase(Locale.ROOT).split("\\s+"))
                .filter(it -> !it.isEmpty())
                .toList();
        var codes = known.computeIfAbsent(procedure + " " + language.tag(), _ -> codes(procedure, language));
        return codes.isEmpty()
                ? said
                : Arrays.stream(said.split(Pattern.quote(BETWEEN)))
                        .map(it -> holds(it, sought) ? it : readable(it, codes))
                        .collect(joining(BETWEEN));
    }

    private static boolean holds(String piece, List<String> sought) {
        var text = piece.toLowerCase(Locale.ROOT);
        return sought.stream().anyMatch(text::contains);
    }

    private static String readable(String piece, Map<String, String> codes) {
        var instant = INSTANT.matcher(piece);
        return instant.matches()
                ? instant.group(1) + " " + instant.group(2) + seconds(instant.group(3)) + " UTC"
                : codes.getOrDefault(piece, piece);
    }

    /** Whole minutes are what a form asks; of anything else nothing is lost. */
    private static String seconds(@Nullable String typed) {
        return typed == null || typed.equals(":00") ? "" : typed;
    }

    /** What means one thing in one field and another in the next stays as it is: the excerpt does not say in which it stood. */
    private Map<String, String> codes(String id, Language language) {
        var codes = new HashMap<String, String>();
        procedures
                .find(id)
                .map(it -> Stream.of(chosen(it, language), later(it, language), law(it.law(), language))
                        .flatMap(choices -> choices))
                .orElseGet(() -> joint(id, language))
                .filter(it -> CODE.matcher(it.value()).matches())
                .forEach(it -> codes.merge(it.value(), it.label(), (one, two) -> one.equals(two) ? one : ""));
        codes.values().removeIf(String::isEmpty);
        return codes;
    }

    private static Stream<Choice> chosen(KnownProcedure procedure, Language language) {
        return procedure.forms().fields(procedure.opening(), null, language).stream()
                .flatMap(it -> it.options().stream());
    }

    private Stream<Choice> later(KnownProcedure procedure, Language language) {
        return procedure.writing().table().acts().values().stream()
                .flatMap(List::stream)
                .flatMap(it -> asked(procedure.law(), it, language));
    }

    private Stream<Choice> joint(String id, Language language) {
        return joint.asked(id).stream().flatMap(it -> asked(id.replaceFirst("/.*", ""), it, language));
    }

    private Stream<Choice> asked(String law, ActField field, Language language) {
        return Stream.concat(
                options(law + ".option." + field.key() + ".", field, language),
                field.columns().stream()
                        .flatMap(it -> options(law + ".option." + field.named() + "." + it.key() + ".", it, language)));
    }

    private Stream<Choice> options(String prefix, ActField field, Language language) {
        return field.options().stream()
                .filter(it -> words.has("en", prefix + it))
                .map(it -> Choice.of(it, words.say(language, prefix + it)));
    }

    /** Grounds of every instrument that may govern it: those of two are often called alike and worded apart, and the first stands for both. */
    private Stream<Choice> law(String law, Language language) {
        var grounds = new HashMap<String, String>();
        convention.laws().stream()
                .filter(it -> it.procedure().equals(law))
                .flatMap(it -> it.grounds().stream())
                .forEach(it -> grounds.putIfAbsent(it.code(), it.text().in(language.tag())));
        return grounds.entrySet().stream().map(it -> Choice.of(it.getKey(), Objects.requireNonNull(it.getValue())));
    }
}
