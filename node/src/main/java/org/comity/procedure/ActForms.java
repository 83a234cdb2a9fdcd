package org.comity.procedure;

import java.util.List;
import java.util.Map;
import org.comity.ui.Choice;
import org.comity.ui.FormProblems;
import org.comity.ui.Language;
import org.jspecify.annotations.Nullable;
import org.springframework.util.MultiValueMap;

/** The form of each act of one procedure, for writing down what came by another channel; one bean a procedure. */
public interface ActForms extends ProcedurePart {

    /**
     * In the order in which they are asked, in the reader's language.
     *
     * @param row of the thread; null for a new request
     */
    List<Field> fields(String type, @Nullable RequestRow row, Language language);

    /** What a form said, as an act carries it; what is not right is left empty. */
    Written read(String type, MultiValueMap<String, String> form, @Nullable RequestRow row);

    /** What an act of this type cannot do without, even when it only came by letter. */
    FormProblems problems(String type, Written written);

    /** What stands there otherwise than a program counts it: a letter says what it says, and is recorded so. */
    default FormProblems uncounted(String type, Written written) {
        return FormProblems.NONE;
    }

    /** What a machine can read out of a mail, as typed values of the opening form's fields; an officer checks each. */
    Map<String, List<String>> recognise(String text);

    /** Which acts led an older request to a status, by status; {@link PastStep#ASKED} first. Empty where none can be brought in. */
    default Map<String, List<PastStep>> past() {
        return Map.of();
    }

    enum Kind {
        TEXT,
        LINES,
        LINE,
        CHOICE,
        CHOICES,
        FLAG,
        INSTANT,
        DAY;

        /** What a program reads is typed as a line. */
        public static Kind of(ActField.Kind kind) {
            return switch (kind) {
                case STATE, NUMBER, ARTICLE -> LINE;
                default -> valueOf(kind.name());
            };
        }
    }

    record Field(String key, Kind kind, boolean needed, String label, List<Choice> options) {}

    record Written(Map<String, Object> body, Map<String, String> facts) {}
}
