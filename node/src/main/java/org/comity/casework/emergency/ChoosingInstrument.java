package org.comity.casework.emergency;

import java.util.Map;
import org.comity.casework.InstrumentBonds;
import org.comity.convention.Convention;
import org.comity.convention.Instrument;
import org.comity.convention.ProcedureLaw.Provision;
import org.comity.directory.Participant;
import org.comity.procedure.form.BodyFields;
import org.comity.procedure.form.GoverningLaw;
import org.comity.ui.Choice;
import org.comity.ui.Language;
import org.jspecify.annotations.Nullable;
import org.springframework.stereotype.Component;

/** Says under which instruments an emergency can be asked, and what the chosen one calls an emergency. */
@Component
class ChoosingInstrument {

    private static final String EMERGENCY = "emergency";

    private final Convention convention;
    private final InstrumentBonds offering;

    ChoosingInstrument(Convention convention, InstrumentBonds offering) {
        this.convention = convention;
        this.offering = offering;
    }

    /** What we would have to name ourselves is asked on the long form: here there is no box for it. */
    boolean mayChoose(String law, String instrument) {
        return convention.offered(law).stream()
                .map(Convention.Offer::instrument)
                .anyMatch(it -> it.id().equals(instrument) && !it.form());
    }

    /** @param body with the edition of its draft, as {@link GoverningLaw} reads it */
    InstrumentChoice of(String law, Map<String, Object> body, @Nullable Participant other, Language language) {
        var governing = new GoverningLaw(convention);
        var chosen = new BodyFields(body).text("instrument");
        var offered = convention.offered(law).stream()
                .map(Convention.Offer::instrument)
                .filter(it -> it.id().equals(chosen) || !it.form() && (other == null || offering.mayName(it, other)))
                .map(it -> choice(it, other, language))
                .toList();
        return new InstrumentChoice(
                offered,
                chosen,
                governing
                        .instrument(body)
                        .map(it -> it.name().in(language.tag()))
                        .orElse(""),
                governing
                        .named(law, body)
                        .flatMap(it -> it.duty(EMERGENCY))
                        .map(Provision::ref)
                        .orElse(""));
    }

    private Choice choice(Instrument instrument, @Nullable Participant other, Language language) {
        var name = instrument.name().in(language.tag());
        return instrument.form()
                ? Choice.of(instrument.id(), name)
                : new Choice(instrument.id(), name, offering.bond(instrument, other, language));
    }
}
