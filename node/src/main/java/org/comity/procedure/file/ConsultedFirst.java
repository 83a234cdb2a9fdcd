package org.comity.procedure.file;

import java.util.List;
import java.util.Set;
import java.util.stream.Stream;
import org.comity.convention.ProcedureLaw;
import org.comity.convention.ProcedureLaw.Ground;
import org.comity.procedure.ActRole;
import org.comity.procedure.ActWriting.Pointed;
import org.comity.procedure.field.FiledField;
import org.comity.procedure.form.BodyFields;
import org.comity.thread.Threads;

/** Points out a refusal or a postponement before which the States consult, where no consultation is on record. */
record ConsultedFirst(ProcedureFile file, Threads threads) {

    private static final String GROUND = "ground";

    /** Options of the choice by which an act itself says that they consulted. */
    private static final Set<String> HELD = Set.of("held", "elsewhere");

    List<Pointed> missing(String thread, String type, BodyFields body, ProcedureLaw law) {
        var consulting = file.roles().getOrDefault(ActRole.CONSULTS, Set.of());
        return consulting.contains(type)
                        || !due(type, body, law)
                        || said(type).anyMatch(it -> HELD.contains(body.text(it.key())))
                        || consulted(thread, consulting)
                ? List.of()
                : law.duty("consult").stream()
                        .map(it -> new Pointed("acts.caution.unconsulted", it.ref()))
                        .toList();
    }

    /** A ground in the State's own words counts where the act asks whether they consulted. */
    private boolean due(String type, BodyFields body, ProcedureLaw law) {
        if (file.roles().getOrDefault(ActRole.REFUSES, Set.of()).contains(type)) {
            return true;
        }
        var code = body.text(GROUND);
        if (code.equals("other")) {
            return said(type).findAny().isPresent();
        }
        return file.field(type, GROUND)
                .flatMap(it -> it.type().name().equals(GROUND) ? law.ground(code) : law.postponement(code))
                .filter(Ground::consult)
                .isPresent();
    }

    private Stream<FiledField> said(String type) {
        return file.fields(type).stream().filter(it -> it.options().containsAll(HELD));
    }

    private boolean consulted(String thread, Set<String> consulting) {
        try (var acts = threads.effective(thread, consulting)) {
            return acts.findFirst().isPresent();
        }
    }
}
