package org.comity.desk;

import static java.util.stream.Collectors.joining;

import java.util.Arrays;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import java.util.concurrent.ConcurrentHashMap;
import java.util.regex.Pattern;
import java.util.stream.Stream;
import org.comity.convention.Convention;
import org.comity.procedure.ActField;
import org.comity.procedure.KnownProcedure;
import org.comity.procedure.Procedures;
import org.comity.ui.Choice;
import org.comity.ui.Language;
import org.comity.ui.Words;
import org.springframework.stereotype.Component;

/** Says in words what an act holds as codes, such as what was chosen, so that the excerpt of a search can be read. */
@Component
class WordsForCodes {

    private static final String BETWEEN = " · ";
    private static final Pattern CODE = Pattern.compile("[a-z][a-z0-9]*(-[a-z0-9]+)*");
    private static final Pattern INSTANT =
            Pattern.compile("([0-9]{4}-[0-9]{2}-[0-9]{2})T([0-9]{2}:[0-9]{2})(:[0-9.]+)?Z");

    private final Procedures procedures;
    private final Convention convention;
    private final Words words;

    /** By procedure and language; nothing of it changes while the program runs. */
    private final Map<String, Map<String, String>> known = new ConcurrentHashMap<>();

    WordsForCodes(Procedures procedures, Convention convention, Words words) {
        this.procedures = procedures;
        this.convention = convention;
        this.words = words;
    }

    /**
     * @param said what an act says, as the index of the search keeps it
     * @param procedure name and version; of one that is not known here the text stays as it is
     */
    String in(String said, String procedure, Language language) {
        return procedures
                .find(procedure)
                .map(it -> known.computeIfAbsent(it.id() + " " + language.tag(), _ -> codes(it, language)))
                .map(codes -> Arrays.stream(said.split(Pattern.quote(BETWEEN)))
                        .map(it -> readable(it, codes))
                        .filter(it -> !it.isEmpty())
                        .distinct()
                        .collect(joining(BETWEEN)))
                .orElse(said);
    }

    private static String readable(String piece, Map<String, String> codes) {
        var instant = INSTANT.matcher(piece);
        return instant.matches()
                ? instant.group(1) + " " + instant.group(2) + " UTC"
                : codes.getOrDefault(piece, piece);
    }

    /** What means one thing in one field and another in the next is left out: the excerpt does not say in which it stood. */
    private Map<String, String> codes(KnownProcedure procedure, Language language) {
        var codes = new HashMap<String, String>();
        Stream.of(chosen(procedure, language), later(procedure, language), law(procedure.law(), language))
                .flatMap(it -> it)
                .filter(it -> CODE.matcher(it.value()).matches())
                .forEach(it -> codes.merge(it.value(), it.label(), (one, two) -> one.equals(two) ? one : ""));
        return codes;
    }

    private static Stream<Choice> chosen(KnownProcedure procedure, Language language) {
        return procedure.forms().fields(procedure.opening(), null, language).stream()
                .flatMap(it -> it.options().stream());
    }

    private Stream<Choice> later(KnownProcedure procedure, Language language) {
        return procedure.writing().table().acts().values().stream()
                .flatMap(List::stream)
                .flatMap(it -> Stream.concat(
                        options(procedure.law() + ".option." + it.key() + ".", it, language),
                        it.columns().stream()
                                .flatMap(column -> options(
                                        procedure.law() + ".option." + it.named() + "." + column.key() + ".",
                                        column,
                                        language))));
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
