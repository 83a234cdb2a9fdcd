package org.comity.procedure.file;

import java.util.List;
import java.util.Map;
import org.comity.convention.ProcedureLaw;
import org.comity.convention.ProcedureLaw.Ground;
import org.comity.convention.ProcedureLaw.Scope;
import org.comity.directory.Directory;
import org.comity.procedure.RequestRow;
import org.comity.procedure.form.BodyFields;
import org.comity.thread.Threads;
import org.comity.thread.Threads.KeptAct;

/** Tells which grounds of a law our State can use: a reservation only if our entry has it, and outside the instrument's offences. */
record OpenGrounds(Threads threads, Directory directory) {

    List<Ground> of(RequestRow row, ProcedureLaw law) {
        return law.grounds().stream().filter(it -> open(row, law, it)).toList();
    }

    boolean open(RequestRow row, ProcedureLaw law, Ground ground) {
        if (!ground.reservation()) {
            return true;
        }
        var said =
                new BodyFields(threads.opening(row.thread()).map(KeptAct::body).orElse(Map.of()));
        var offences = said.texts("offences");
        var instrument = law.edition().replaceFirst("/.*", "");
        // A request can say that its offence is one of the instrument, and name no article of it.
        boolean within = law.scope(said.text("scope")).filter(Scope::offences).isPresent();
        return offences.isEmpty() && !within && directory.self().profile().reserves(instrument, ground.ref(), offences);
    }
}
