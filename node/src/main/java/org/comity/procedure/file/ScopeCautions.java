package org.comity.procedure.file;

import java.util.stream.Stream;
import org.comity.convention.ProcedureLaw;
import org.comity.convention.ProcedureLaw.Need;
import org.comity.procedure.ActWriting.Pointed;
import org.comity.procedure.form.BodyFields;

/**
 * Points out where a request leaves open on which crime it rests; nothing is refused for it.
 *
 * @param key of the field of type {@code scope}
 */
record ScopeCautions(ProcedureLaw law, String key) {

    Stream<Pointed> of(BodyFields body) {
        var scope = law.scope(body.text(key));
        if (scope.isEmpty()) {
            return law.field(key).stream()
                    .filter(it -> it.need() != Need.MANDATORY)
                    .map(it -> caution("no-scope", it.ref()));
        }
        var said = scope.get();
        if (said.offences() && body.texts("offences").isEmpty()) {
            return Stream.of(caution("no-offence", said.ref()));
        }
        return said.leastMonths() != null && body.number("penaltyMonths", 0) < said.leastMonths()
                ? Stream.of(caution("penalty-below", said.ref()))
                : Stream.of();
    }

    private static Pointed caution(String key, String ref) {
        return new Pointed("acts.caution." + key, ref);
    }
}
