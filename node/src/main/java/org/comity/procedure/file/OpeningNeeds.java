package org.comity.procedure.file;

import java.util.ArrayList;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import org.comity.convention.ProcedureLaw;
import org.comity.procedure.field.EmergencyType;
import org.comity.procedure.field.FieldType.Missing;
import org.comity.procedure.field.FiledField;
import org.comity.procedure.form.BodyFields;
import org.comity.procedure.form.OtherBasis;
import org.comity.ui.FormProblems.Problem;
import org.jspecify.annotations.Nullable;

/**
 * Finds what an opening act still lacks of what its file and the governing law ask.
 *
 * @param possible looks at what we write; null where nobody writes
 */
record OpeningNeeds(
        ProcedureFile file, ProcedureLaw law, @Nullable PossibleFields possible) {

    /** At the door, where what another State says is its own. */
    OpeningNeeds(ProcedureFile file, ProcedureLaw law) {
        this(file, law, null);
    }

    /** What the page of State and instrument asks, as law data name it. */
    static final String BASIS = "basis";

    private static final String AUTHORITY = "authority";
    private static final String SECTIONS = "sections";

    /**
     * @param field of the opening act, or {@link #BASIS}
     * @param key stable; what a field of type {@code gaps} calls it follows from it
     * @param gap as the options of a field of type {@code gaps} name it
     * @param line from 1; 0 where it is not about a line
     * @param typed somebody typed what cannot be right; else it is left out
     */
    record Needed(String field, String key, String gap, int line, boolean typed, Problem problem) {}

    /** The law makes it mandatory, or the item under whose letter it stands; a condition of the file goes before. */
    boolean byLaw(FiledField field, BodyFields body) {
        var condition = field.condition();
        if (condition != null) {
            return condition.is(FiledField.Condition.OFFENCES)
                    && law.scope(body.text(condition.key()))
                            .filter(ProcedureLaw.Scope::offences)
                            .isPresent();
        }
        var sections = file.sections();
        return (sections == null || !sections.spares(body, field.key()))
                && (mandatory(field.key())
                        || DocumentPart.letter(file, field.key())
                                .filter(it -> it.needed().contains(field.key()) && mandatory(it.of()))
                                .isPresent());
    }

    private boolean mandatory(String item) {
        return law.field(item)
                .filter(it -> it.need() == ProcedureLaw.Need.MANDATORY)
                .isPresent();
    }

    boolean needed(FiledField field, BodyFields body) {
        return field.needed(body, Map.of()) || byLaw(field, body);
    }

    /** Of that which chooses sections, something chosen. */
    boolean says(FiledField field, BodyFields body, Map<String, String> facts) {
        var sections = file.sections();
        return sections != null && sections.choice(field)
                ? !sections.chosen(body).isEmpty()
                : field.says(body, facts);
    }

    /** Of a request; in an emergency only what is never left out. */
    List<Needed> of(BodyFields body) {
        return missing(body, body.flag(EmergencyType.KEY));
    }

    /** What an emergency may leave out, and this body leaves out. */
    List<Needed> gaps(BodyFields body) {
        var never = missing(body, true);
        return missing(body, false).stream().filter(it -> !never.contains(it)).toList();
    }

    List<Needed> missing(BodyFields body, boolean emergency) {
        var missing = new ArrayList<Needed>();
        OtherBasis.of(body)
                .missing(body.text("instrument"))
                .forEach(it -> missing.add(new Needed(
                        BASIS,
                        it,
                        it,
                        0,
                        false,
                        new Problem(OtherBasis.formField(it), "basis.missing." + it, Map.of()))));
        for (var field : file.asked(body)) {
            boolean needed = emergency
                    ? field.always(body, Map.of()) && !field.lifted()
                            || field.type().name().equals(AUTHORITY)
                    : needed(field, body);
            if (needed && !says(field, body, Map.of())) {
                missing.add(needed(
                        field, Missing.leftOut(field.type().keys(field.key()).getFirst(), field.key())));
            }
            boolean all = !emergency || field.key().equals(EmergencyType.KEY);
            field.type().wrong(field, body).stream()
                    .filter(it -> all || it.unreadable())
                    .forEach(it -> missing.add(needed(field, it)));
            // An emergency does not wait for a day to be mended.
            if (possible != null && !emergency) {
                possible.wrong(field, body).forEach(it -> missing.add(needed(field, it)));
            }
        }
        return missing;
    }

    private Needed needed(FiledField field, Missing missing) {
        var message = "%s.needed.%s".formatted(file.law(), missing.key());
        return new Needed(
                field.key(),
                field.type().gap(missing.key()),
                gap(field, field.type().gap(missing.key())),
                missing.line(),
                missing.typed(),
                new Problem(missing.field(), message, missing.facts()));
    }

    /** What is left out of a section is one gap. */
    private String gap(FiledField field, String key) {
        var sections = file.sections();
        return sections != null && sections.labelled(field.key())
                ? SECTIONS
                : key.replaceAll("([A-Z])", "-$1").toLowerCase(Locale.ROOT);
    }
}
