package org.comity.procedure;

import java.util.List;
import org.jspecify.annotations.Nullable;

/**
 * One field of an act, as it is asked and read.
 *
 * @param key in the body, or in the facts; message {@code <law>.field.<key>}
 * @param options for a choice; message {@code <law>.option.<key>.<option>}; empty where the thread or its law gives them
 * @param fact stands in the envelope, since the fold needs it
 * @param columns of a list of like things; message {@code <law>.field.<key>.<column>}, of persons {@code
 *     <law>.field.person.<column>}
 * @param when it is needed where it is not always; null where no other field says so
 */
public record ActField(
        String key,
        Kind kind,
        Need need,
        List<String> options,
        boolean fact,
        List<ActField> columns,
        @Nullable When when) {

    private static final int WIDE = 6;
    private static final int EMPTY_PERSONS = 2;

    /** Whose need hangs on no other field. */
    public ActField(String key, Kind kind, Need need, List<String> options, boolean fact, List<ActField> columns) {
        this(key, kind, need, options, fact, columns, null);
    }

    /** @param values of that other field, of which one is enough; none if it says nothing */
    public record When(String key, List<String> values) {}

    public ActField {
        options = List.copyOf(options);
        columns = List.copyOf(columns);
    }

    public enum Kind {
        TEXT,
        LINE,
        /** Several things, one on each line. */
        LINES,
        CHOICE,
        CHOICES,
        FLAG,
        INSTANT,
        DAY,
        /** A State by its code, where a program looks for it: typed as a line. */
        STATE,
        /** A whole number that a program adds up: typed as a line. */
        NUMBER,
        /** An article by its number alone, under which a program counts: typed as a line. */
        ARTICLE,
        ROWS,
        /** A list of at most one person. */
        PERSON,
        PERSONS;

        /** A list of like things, each with the same columns. */
        public boolean listed() {
            return this == ROWS || ofPersons();
        }

        public boolean ofPersons() {
            return this == PERSON || this == PERSONS;
        }
    }

    /** When a field must hold something. */
    public enum Need {
        NO,
        /** Where we write it; an act from elsewhere is not refused for it. */
        WRITING,
        /** In every act, whoever wrote it: checked at the door too. */
        ALWAYS
    }

    public static ActField of(String key, Kind kind, Need need) {
        return new ActField(key, kind, need, List.of(), false, List.of());
    }

    public static ActField choice(String key, Need need, List<String> options) {
        return new ActField(key, Kind.CHOICE, need, options, false, List.of());
    }

    public static ActField rows(String key, Need need, ActField... columns) {
        return new ActField(key, Kind.ROWS, need, List.of(), false, List.of(columns));
    }

    /** As messages name it where they speak of its columns. */
    public String named() {
        return kind.ofPersons() ? "person" : key;
    }

    public int emptyRows() {
        return switch (kind) {
            case PERSON -> 1;
            case PERSONS -> EMPTY_PERSONS;
            default -> emptyRows(columns.size());
        };
    }

    /** So many rows stand there to be filled before any is: fewer of long ones. */
    public static int emptyRows(int columns) {
        return columns > WIDE ? 1 : 3;
    }

    public boolean needed() {
        return need != Need.NO;
    }
}
