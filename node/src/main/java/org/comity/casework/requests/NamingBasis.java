package org.comity.casework.requests;

import org.comity.convention.Convention;
import org.comity.convention.ProcedureLaw;
import org.comity.procedure.RequestRow;
import org.comity.procedure.form.BodyFields;
import org.comity.procedure.form.OtherBasis;
import org.comity.thread.Threads;
import org.jspecify.annotations.Nullable;
import org.springframework.stereotype.Component;

/** Names what a request rests on: the instrument and its article, or the basis that the State names itself. */
@Component
class NamingBasis {

    private final Convention convention;

    NamingBasis(Convention convention) {
        this.convention = convention;
    }

    /** @param opening the act that opened it, perhaps without its words; null where it is not kept here */
    ThreadView.Basis of(RequestRow row, Threads.@Nullable KeptAct opening, String language) {
        if (opening == null) return new ThreadView.Basis("", "");
        var own = OtherBasis.of(new BodyFields(opening.body()));
        if (!own.title().isEmpty()) {
            return new ThreadView.Basis(own.title(), own.article());
        }
        var edition = opening.envelope().convention();
        return new ThreadView.Basis(
                convention.instrument(edition).map(it -> it.name().in(language)).orElse(edition),
                convention.law(row.law(), edition).map(ProcedureLaw::article).orElse(""));
    }
}
