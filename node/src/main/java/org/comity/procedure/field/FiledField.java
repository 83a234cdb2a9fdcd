package org.comity.procedure.field;

import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.Optional;
import java.util.stream.Stream;
import org.comity.procedure.ActField;
import org.comity.procedure.ActField.Kind;
import org.comity.procedure.ActField.Need;
import org.comity.procedure.form.BodyFields;
import org.jspecify.annotations.Nullable;

/**
 * Holds one field of an act as its procedure's file has it.
 *
 * @param condition under which it is needed; a field that has one is needed by nothing else
 * @param fact the fold reads it: it stands in the envelope
 * @param from the least of a number; {@code to} the most
 * @param lifted an emergency lifts its need: it can follow
 * @param ifSaid it stands in the body only where it says something
 * @param notBefore of a day, the day of the same act before which it cannot lie; empty for none
 * @param mustLie of a day or a moment, where it must lie when we write it
 * @param marks by which code that knows no procedure finds it
 * @param begins with which of its options, or with which number, a request begins; empty for none
 */
// More than twelve: one for each key of a field.
public record FiledField(
        String key,
        FieldType type,
        Need need,
        @Nullable Condition condition,
        List<String> options,
        boolean fact,
        List<Column> columns,
        int from,
        int to,
        boolean lifted,
        boolean ifSaid,
        String begins,
        String notBefore,
        Lying mustLie,
        Marks marks) {

    /**
     * @param withFile the option that says that a file goes with the act; empty for none
     * @param passesOn the option that says that what was given shall go on to somebody else; empty for none
     * @param promisesCall its words may promise the hour of a call
     * @param namesCustodian it says who has the data
     * @param urgent the options with which a request asks to be dealt with before others
     * @param onlyThen it is asked only where its condition holds
     */
    public record Marks(
            String withFile,
            String passesOn,
            boolean promisesCall,
            boolean namesCustodian,
            List<String> urgent,
            boolean onlyThen) {

        public Marks {
            urgent = List.copyOf(urgent);
        }

        static final Marks NONE = new Marks("", "", false, false, List.of(), false);
    }

    /** Where a day or a moment must lie, seen from when it is written. */
    public enum Lying {
        ANYWHEN,
        AHEAD,
        /** Ahead, and after the end of what is kept or in force at present. */
        AFTER_END,
        PAST,
        /** When a law came or comes into force: some are older than any person. */
        OF_LAW,
        /** When a person was born; no file writes it. */
        OF_BIRTH;

        /** As a file writes it; who leaves it out has it lie anywhen. */
        public static Optional<Lying> of(String word) {
            return Stream.of(AHEAD, AFTER_END, PAST, OF_LAW)
                    .filter(it ->
                            it.name().toLowerCase(Locale.ROOT).replace('_', '-').equals(word))
                    .findFirst();
        }
    }

    public FiledField {
        options = List.copyOf(options);
        columns = List.copyOf(columns);
    }

    /** Of a plain field. */
    public FiledField(
            String key,
            FieldType type,
            Need need,
            @Nullable Condition condition,
            List<String> options,
            boolean fact,
            List<Column> columns,
            int from,
            int to) {
        this(
                key,
                type,
                need,
                condition,
                options,
                fact,
                columns,
                from,
                to,
                false,
                false,
                "",
                "",
                Lying.ANYWHEN,
                Marks.NONE);
    }

    /**
     * @param needed in each row
     * @param kind a line, a day or a choice; {@code options} of a choice
     * @param mustLie of a day, where it must lie when we write it
     */
    public record Column(String key, boolean needed, Kind kind, List<String> options, Lying mustLie) {

        public Column {
            options = List.copyOf(options);
        }

        /** A line. */
        public Column(String key, boolean needed) {
            this(key, needed, Kind.LINE, List.of(), Lying.ANYWHEN);
        }
    }

    /** @param values of the other field, of which one is enough; {@link #NOTHING} if that one says nothing */
    public record Condition(String key, List<String> values) {

        public Condition {
            values = List.copyOf(values);
        }

        public static final String NOTHING = "none";

        /** Of a field of type {@code scope}: it rests on an offence of the instrument, as the law says of each. */
        public static final String OFFENCES = "offences";

        public boolean holds(BodyFields body, Map<String, String> facts) {
            var said = facts.getOrDefault(key, body.flag(key) ? "true" : body.text(key));
            return is(NOTHING)
                    ? said.isEmpty()
                            && body.texts(key).isEmpty()
                            && body.maps(key).isEmpty()
                    : values.stream()
                            .anyMatch(it -> said.equals(it) || body.texts(key).contains(it));
        }

        /** Is it this alone? */
        public boolean is(String value) {
            return values.equals(List.of(value));
        }
    }

    /** Whether its page asks for it: what is asked only on a condition stays away without, unless something stands in it. */
    public boolean isAsked(BodyFields body) {
        return !marks.onlyThen() || condition != null && condition.holds(body, Map.of()) || says(body, Map.of());
    }

    /** The same field, whose need an emergency lifts. */
    public FiledField liftedInEmergency() {
        return new FiledField(
                key, type, need, condition, options, fact, columns, from, to, true, ifSaid, begins, notBefore, mustLie,
                marks);
    }

    /** With what it begins, as a body has it. */
    public Object begun() {
        return type instanceof NumberType ? (Object) Integer.valueOf(begins) : begins;
    }

    /** Needed in every act of this body, whoever wrote it. */
    public boolean always(BodyFields body, Map<String, String> facts) {
        return condition == null ? need == Need.ALWAYS : condition.holds(body, facts);
    }

    /** Needed where we write it. */
    public boolean needed(BodyFields body, Map<String, String> facts) {
        return condition == null ? need != Need.NO : condition.holds(body, facts);
    }

    /** Does the body say anything of it? */
    public boolean says(BodyFields body, Map<String, String> facts) {
        return fact && facts.containsKey(key)
                || type.saidBy(key).stream().anyMatch(it -> says(body.json().get(it)));
    }

    /** A figure, be it nought, or words: whoever typed them finds them again, though they may say nothing by themselves. */
    public boolean typed(Map<String, Object> body) {
        return type.keys(key).stream()
                .map(body::get)
                .anyMatch(it -> it instanceof Number || it instanceof String text && !text.isBlank());
    }

    private static boolean says(@Nullable Object value) {
        return switch (value) {
            case null -> false;
            case String text -> !text.isBlank();
            case List<?> list -> !list.isEmpty();
            case Boolean flag -> flag;
            case Number number -> number.intValue() != 0;
            default -> true;
        };
    }

    /** As the page of a later act asks it. */
    public ActField asked() {
        var kind = type.kind().orElse(Kind.LINE);
        var offered = type.speaks() ? List.<String>of() : options;
        return new ActField(key, kind, condition == null ? need : Need.NO, offered, fact, type.columns(this), when());
    }

    private ActField.@Nullable When when() {
        return condition == null
                ? null
                : new ActField.When(condition.key(), condition.is(Condition.NOTHING) ? List.of() : condition.values());
    }
}
