package org.comity.procedure.file;

import java.util.HashSet;
import java.util.List;
import java.util.Map;
import java.util.Set;
import org.comity.procedure.Composition;
import org.comity.procedure.OpenGaps;
import org.comity.procedure.field.EmergencyType;
import org.comity.procedure.field.FiledField;
import org.comity.procedure.form.BodyFields;
import org.comity.thread.Threads;
import org.comity.thread.Threads.KeptAct;

/** Lists what an emergency request left out, less what later acts said under a field of type {@code gaps} that they fill. */
record FiledGaps(ProcedureFile file, Composition pages, Threads threads) implements OpenGaps {

    static final String TYPE = "gaps";

    static boolean has(ProcedureFile file) {
        return file.acts().values().stream().flatMap(List::stream).anyMatch(FiledGaps::fills);
    }

    /** What such fields can fill. */
    static List<String> options(ProcedureFile file) {
        return file.acts().values().stream()
                .flatMap(List::stream)
                .filter(FiledGaps::fills)
                .flatMap(it -> it.options().stream())
                .distinct()
                .toList();
    }

    @Override
    public String procedure() {
        return file.id();
    }

    @Override
    public String filledBy() {
        return file.acts().entrySet().stream()
                .filter(it -> it.getValue().stream().anyMatch(FiledGaps::fills))
                .map(Map.Entry::getKey)
                .findFirst()
                .orElseThrow();
    }

    @Override
    public List<String> open(String thread) {
        var opening = threads.opening(thread).filter(KeptAct::bodyKept);
        if (opening.isEmpty() || !new BodyFields(opening.get().body()).flag(EmergencyType.KEY)) {
            return List.of();
        }
        var filled = filled(thread);
        var left = pages.gaps(opening.get().body());
        return options(file).stream()
                .filter(it -> left.contains(it) && !filled.contains(it))
                .toList();
    }

    private Set<String> filled(String thread) {
        var filled = new HashSet<String>();
        threads.effective(thread, file.actsWith(FiledGaps::fills))
                .forEach(act -> file.fields(act.envelope().type()).stream()
                        .filter(FiledGaps::fills)
                        .forEach(it -> filled.addAll(new BodyFields(act.body()).texts(it.key()))));
        return filled;
    }

    private static boolean fills(FiledField field) {
        return field.type().name().equals(TYPE);
    }
}
