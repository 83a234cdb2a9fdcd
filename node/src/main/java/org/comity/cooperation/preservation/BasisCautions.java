package org.comity.cooperation.preservation;

import java.util.ArrayList;
import java.util.List;
import org.comity.convention.FieldKey;
import org.comity.convention.ProcedureLaw;
import org.comity.cooperation.ActWriting.Pointed;

/** Points out where a request leaves open on which crime it rests; nothing is refused for it. */
record BasisCautions(ProcedureLaw law) {

    List<Pointed> of(PreservationRequest request) {
        var pointed = new ArrayList<Pointed>();
        var scope = law.scope(request.scope());
        if (scope.isEmpty()) {
            law.field(FieldKey.SCOPE).ifPresent(it -> pointed.add(warning("no-scope", it.ref())));
        } else if (scope.get().offences() && request.offences().isEmpty()) {
            pointed.add(warning("no-offence", scope.get().ref()));
        } else if (scope.get().leastMonths() != null
                && request.penaltyMonths() < scope.get().leastMonths()) {
            pointed.add(warning("penalty-below", scope.get().ref()));
        }
        return pointed;
    }

    private static Pointed warning(String key, String ref) {
        return new Pointed("preservation.warning." + key, ref);
    }
}
