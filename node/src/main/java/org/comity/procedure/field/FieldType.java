package org.comity.procedure.field;

import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import org.comity.convention.Convention;
import org.comity.convention.ProcedureLaw;
import org.comity.procedure.ActField;
import org.comity.procedure.ActField.Need;
import org.comity.procedure.ActForms;
import org.comity.procedure.form.BodyFields;
import org.comity.proof.table.FactRule;
import org.comity.ui.Choice;
import org.comity.ui.FormProblems;
import org.springframework.util.MultiValueMap;

/** Says of one kind of thing that an act can state how it is asked, kept, checked, read and described. */
public interface FieldType {

    /** As files name it, e.g. {@code identifiers}. */
    String name();

    /** Keys of the body that a field of this type owns; most own one. */
    default List<String> keys(String key) {
        return List.of(key);
    }

    /** Those of them that say something of it when they are there. */
    default List<String> saidBy(String key) {
        return keys(key);
    }

    /** How the page of a later act asks it; empty where only an opening act may have it. */
    default Optional<ActField.Kind> kind() {
        return Optional.empty();
    }

    /** What each element has, of a list of like things. */
    default List<ActField> columns(FiledField field) {
        return field.columns().stream()
                .map(it -> new ActField(
                        it.key(), it.kind(), it.needed() ? Need.WRITING : Need.NO, it.options(), false, List.of()))
                .toList();
    }

    /** Can an opening act say it? */
    default boolean opens() {
        return true;
    }

    /** Does somebody type it? Else it follows from where the thread stands. */
    default boolean typed() {
        return true;
    }

    /** What the fold can read of it as a fact; empty if nothing. */
    default Optional<Class<? extends FactRule>> fact() {
        return Optional.empty();
    }

    /** Does it name an earlier act? Then its options are types of act. */
    default boolean speaks() {
        return false;
    }

    /** It is one of an instrument: another one has others. */
    default boolean ofInstrument() {
        return false;
    }

    /** The body with what a page posted; what was not posted stays, but for boxes that are not ticked. */
    Map<String, Object> take(FiledField field, MultiValueMap<String, String> form, Map<String, Object> body);

    /** Puts what was given into the body under its keys, as a page would have; what nobody can have typed there is empty. */
    void clean(FiledField field, BodyFields given, Map<String, Object> body);

    /** What is wrong with what is said, beyond its being empty. */
    default List<Missing> wrong(FiledField field, BodyFields body) {
        return List.of();
    }

    /** What is said here that the law does not know; of what we write ourselves alone. */
    default List<Missing> unknown(FiledField field, BodyFields body, Convention convention) {
        return List.of();
    }

    /** What an act that completes a request calls what is wrong here, by the key of {@link Missing}. */
    default String gap(String key) {
        return key;
    }

    /** A rule that no act may break, whoever wrote it: the key that does; empty if none does. */
    default Optional<String> broken(FiledField field, BodyFields body, ProcedureLaw law, Convention convention) {
        return Optional.empty();
    }

    /** A key whose fact the envelope lacks, or has otherwise than the body; empty if none. */
    default Optional<String> unbound(FiledField field, BodyFields body, Map<String, String> facts) {
        return Optional.empty();
    }

    /** How a list names what is said, in a few words; empty where it is counted, or is a text. */
    default String named(FiledField field, BodyFields body) {
        return "";
    }

    /** How it reads in print and on screen; nothing where it says nothing. */
    List<String> lines(FiledField field, BodyFields body, FieldReader reader);

    /**
     * JSON Schema of each key that it owns, also while it is being written and says nothing yet. A type that does not say
     * it is described by what it keeps of an empty body.
     */
    default Map<String, Object> schema(FiledField field, CodesOfLaw codes) {
        var empty = new LinkedHashMap<String, Object>();
        clean(field, new BodyFields(Map.of()), empty);
        var schemas = new LinkedHashMap<String, Object>();
        keys(field.key()).forEach(key -> schemas.put(key, FieldSchemas.like(empty.get(key))));
        return schemas;
    }

    /** How a letter's form asks it. */
    List<ActForms.Field> form(FiledField field, String label, boolean needed, List<Choice> choices, FieldReader reader);

    /**
     * @param field as the form names it
     * @param key after {@code needed}: message {@code <name>.needed.<key>}
     * @param line from 1; 0 where it is not about a line
     * @param slots what its message names beside the line
     */
    record Missing(String field, String key, int line, Cause cause, Map<String, String> slots) {

        private Missing(String field, String key, Cause cause) {
            this(field, key, 0, cause, Map.of());
        }

        /** Why an act cannot say it so. */
        enum Cause {
            /** Nothing stands there yet. */
            LEFT_OUT,
            /** What stands there cannot be right. */
            WRONG,
            /** Nobody can read what stands there: no act can say it, not even one in which little is known yet. */
            UNREADABLE
        }

        public static Missing leftOut(String field, String key) {
            return new Missing(field, key, Cause.LEFT_OUT);
        }

        static Missing wrong(String field, String key) {
            return new Missing(field, key, Cause.WRONG);
        }

        static Missing of(String field, String key, boolean empty) {
            return empty ? leftOut(field, key) : wrong(field, key);
        }

        /** Longer than may stand there: both figures are told, so that nobody cuts twice. */
        static Missing tooLong(String field, int most, String said) {
            return new Missing(field, "too-long", 0, Cause.WRONG, FormProblems.lengths(most, said));
        }

        /** The same of one line of many. */
        static Missing lineTooLong(String field, int line, int most, String said) {
            return new Missing(field, "line-too-long", line, Cause.WRONG, FormProblems.lengths(most, said));
        }

        static Missing notADay(String field) {
            return new Missing(field, "not-a-day", Cause.UNREADABLE);
        }

        /** A day, and no time of it. */
        static Missing noTime(String field) {
            return new Missing(field, "no-time", Cause.UNREADABLE);
        }

        /** A time, and not of which day. */
        static Missing noDay(String field) {
            return new Missing(field, "no-day", Cause.UNREADABLE);
        }

        static Missing notAMoment(String field) {
            return new Missing(field, "not-a-moment", Cause.UNREADABLE);
        }

        /** No number, or none that may stand there. */
        static Missing bounds(String field, int least, int most) {
            return new Missing(
                    field,
                    "bounds",
                    0,
                    Cause.UNREADABLE,
                    Map.of("least", Integer.toString(least), "most", Integer.toString(most)));
        }

        static Missing unreadable(String field, String key) {
            return new Missing(field, key, Cause.UNREADABLE);
        }

        Missing on(int line) {
            return new Missing(field, key, line, cause, slots);
        }

        /** What its message names. */
        public Map<String, String> facts() {
            var facts = new LinkedHashMap<>(slots);
            facts.put("line", Integer.toString(line));
            return facts;
        }

        public boolean unreadable() {
            return cause == Cause.UNREADABLE;
        }

        /** Somebody typed it; what is only left out may come later. */
        public boolean typed() {
            return cause != Cause.LEFT_OUT;
        }
    }
}
