package org.comity.casework.joint;

import java.util.Comparator;
import java.util.List;
import java.util.Optional;
import org.comity.procedure.file.JointProcedure;
import org.springframework.stereotype.Component;

/** Lists the procedures whose threads have any number of parties. */
@Component
class JointProcedures {

    static final String OTHER = "other/";

    private final List<JointProcedure> all;

    JointProcedures(List<JointProcedure> all) {
        this.all = all.stream().sorted(Comparator.comparing(JointProcedure::id)).toList();
    }

    /** The one whose threads are begun on a page of ours. */
    JointProcedure begun() {
        return all.getFirst();
    }

    JointProcedure of(String id) {
        return find(id).orElseThrow(JointRefused::unknown);
    }

    Optional<JointProcedure> find(String id) {
        return all.stream().filter(it -> it.id().equals(id)).findFirst();
    }

    /** The edition that names no treaty, while nobody has chosen one. */
    static String unchosen(JointProcedure procedure) {
        var offered = procedure.offered().stream().map(it -> it.law().edition()).toList();
        return offered.stream().filter(it -> it.startsWith(OTHER)).findFirst().orElse(offered.getFirst());
    }
}
