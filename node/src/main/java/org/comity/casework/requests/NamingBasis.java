package org.comity.casework.requests;

import java.util.Map;
import org.comity.convention.Convention;
import org.comity.convention.ProcedureLaw;
import org.comity.procedure.Editions;
import org.comity.procedure.RequestRow;
import org.comity.procedure.form.BodyFields;
import org.comity.procedure.form.OtherBasis;
import org.springframework.stereotype.Component;

/** Names what a request rests on: the instrument and its article, or the basis that the State names itself. */
@Component
class NamingBasis {

    private final Convention convention;
    private final Editions editions;

    NamingBasis(Convention convention, Editions editions) {
        this.convention = convention;
        this.editions = editions;
    }

    /** @param opening the body of the act that opened it; empty once its words are deleted */
    ThreadView.Basis of(RequestRow row, Map<String, Object> opening, String language) {
        var own = OtherBasis.of(new BodyFields(opening));
        if (!own.title().isEmpty()) {
            return new ThreadView.Basis(own.title(), own.article());
        }
        var edition = editions.ofThread(row.thread());
        return new ThreadView.Basis(
                convention.instrument(edition).map(it -> it.name().in(language)).orElse(edition),
                convention.law(row.law(), edition).map(ProcedureLaw::article).orElse(""));
    }
}
