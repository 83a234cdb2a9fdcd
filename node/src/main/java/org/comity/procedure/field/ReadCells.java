package org.comity.procedure.field;

import java.util.List;
import java.util.Optional;
import java.util.Set;
import java.util.TreeMap;
import java.util.function.Supplier;
import java.util.stream.IntStream;
import org.comity.convention.Convention;
import org.comity.directory.Participant;
import org.comity.procedure.ActField;
import org.comity.procedure.ActField.Kind;
import org.comity.procedure.field.FieldType.Missing;
import org.comity.procedure.form.BodyFields;
import org.comity.ui.Choice;
import org.comity.vocabulary.CountedWords;
import org.comity.vocabulary.StateParty;

/**
 * Tells of a cell in which a program looks for a State, a number or an article that it holds none: a name that is no code would
 * be found by nobody, and count for nothing. It is asked where we write an act, never at the door: what another State says is
 * its own.
 *
 * @param directory whoever takes part
 */
public record ReadCells(Supplier<List<Participant>> directory) {

    private static final Set<Kind> READ = Set.of(Kind.STATE, Kind.NUMBER, Kind.ARTICLE);

    public List<Missing> wrong(FiledField field, BodyFields said, Convention law) {
        return in(field, said, law, READ);
    }

    /** Of what a letter says: by a name that is no code no program would find the State, and it can be written in its place. */
    public List<Missing> noStates(FiledField field, BodyFields said, Convention law) {
        return in(field, said, law, Set.of(Kind.STATE));
    }

    /** Of what a letter says: it stands as it came, and counts for nothing. */
    public List<Missing> uncounted(FiledField field, BodyFields said, Convention law) {
        return in(field, said, law, Set.of(Kind.NUMBER, Kind.ARTICLE));
    }

    private List<Missing> in(FiledField field, BodyFields said, Convention law, Set<Kind> kinds) {
        if (!(field.type() instanceof RowsType type)) return List.of();
        var columns = type.columns(field).stream()
                .filter(it -> kinds.contains(it.kind()))
                .toList();
        var rows = said.maps(field.key());
        return IntStream.range(0, rows.size())
                .boxed()
                .flatMap(n -> columns.stream()
                        .flatMap(column -> wrong(column, new BodyFields(rows.get(n)).text(column.key()), law).stream()
                                .map(key -> Missing.wrong(RowsType.cellName(field, n, column), key)
                                        .on(n + 1))))
                .toList();
    }

    /** What is left empty is told elsewhere. */
    private Optional<String> wrong(ActField column, String said, Convention law) {
        if (said.isEmpty()) return Optional.empty();
        return switch (column.kind()) {
            case STATE -> known(said) ? Optional.empty() : Optional.of("no-state");
            case NUMBER -> CountedWords.isNumber(said) ? Optional.empty() : Optional.of("no-number");
            case ARTICLE ->
                CountedWords.isArticle(said) && LinesType.hasArticle(law, said)
                        ? Optional.empty()
                        : Optional.of("no-article");
            default -> Optional.empty();
        };
    }

    /** Is it the code of a State that takes part, or of another that may do so later? A made-up one is nobody's else. */
    private boolean known(String code) {
        return StateParty.isOfTheWorld(code)
                || directory.get().stream().anyMatch(it -> it.state().code().equals(code));
    }

    /** Those that take part, by code, each with its name. */
    public List<Choice> choices(String language) {
        var names = new TreeMap<String, String>();
        directory.get().stream()
                .filter(it -> it.kind().authority())
                .forEach(it -> names.putIfAbsent(it.state().code(), it.name(language)));
        return names.entrySet().stream()
                .map(it -> Choice.of(it.getKey(), it.getValue()))
                .toList();
    }
}
