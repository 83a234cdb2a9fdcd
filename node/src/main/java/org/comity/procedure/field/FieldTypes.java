package org.comity.procedure.field;

import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.TreeMap;
import java.util.stream.Stream;
import org.comity.procedure.ActField.Kind;
import org.comity.procedure.field.ChoiceType.Of;

/** Lists the types of field that a procedure's file may name. */
public final class FieldTypes {

    private static final int LINE = 500;
    private static final int TEXT = 8000;
    private static final int PERSONS = 20;

    /** What stored data are asked for; of these options a field of type {@code data-classes} takes several. */
    public static final List<String> DATA_CLASSES = List.of("subscriber", "traffic", "content");

    private static final Map<String, FieldType> ALL = new TreeMap<>();

    static {
        Stream.of(
                        new TextType("line", Kind.LINE, LINE),
                        new TextType("text", Kind.TEXT, TEXT),
                        new TextType("authority", Kind.LINE, LINE),
                        new LinesType(),
                        LinesType.articles(),
                        LinesType.languages(),
                        LinesType.regions(),
                        new FlagType(),
                        new DayType(),
                        new InstantType(true),
                        new InstantType(false),
                        new EndReachedType(),
                        new ActType(true),
                        new ActType(false),
                        new NumberType("number"),
                        new NumberType("days"),
                        new ChoiceType("choice", Of.OPTIONS),
                        new ChoiceType("ground", Of.GROUNDS),
                        new ChoiceType("postponement", Of.POSTPONEMENTS),
                        new ChoiceType("scope", Of.SCOPES),
                        new ItemsType(),
                        new FoundType(),
                        new ConsentType(),
                        new AnswersType(),
                        new ChoicesType("choices"),
                        new ChoicesType("gaps"),
                        new ChoicesType("data-classes"),
                        new PersonType("person", Kind.PERSON, 1),
                        new PersonType("persons", Kind.PERSONS, PERSONS),
                        new RowsType("rows"),
                        new MoneyType(),
                        new PropertyType(),
                        new VirtualAssetsType(),
                        new IdentifiersType(),
                        new PeriodType(false),
                        new PeriodType(true),
                        new ArticlesType(),
                        new OffenceType(),
                        new EmergencyType())
                .forEach(it -> ALL.put(it.name(), it));
    }

    private FieldTypes() {}

    public static Optional<FieldType> of(String name) {
        return Optional.ofNullable(ALL.get(name));
    }

    public static List<String> names() {
        return List.copyOf(ALL.keySet());
    }
}
