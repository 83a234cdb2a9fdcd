package org.comity.procedure.form;

import java.util.Map;
import java.util.Optional;
import org.comity.convention.Convention;
import org.comity.convention.Instrument;
import org.comity.convention.ProcedureLaw;
import org.comity.procedure.Draft;

/**
 * Finds the law that governs a request: of the edition under which its draft was begun, else the newest of the instrument
 * that it names.
 */
public record GoverningLaw(Convention convention) {

    /** Nothing where the request names no instrument that is held here. */
    public Optional<Instrument> instrument(Map<String, Object> body) {
        var id = new BodyFields(body).text("instrument");
        return kept(body, id).or(() -> convention.newest(id));
    }

    /** Nothing where that instrument says nothing of the procedure here. */
    public Optional<ProcedureLaw> named(String procedure, Map<String, Object> body) {
        return instrument(body).flatMap(it -> convention.law(procedure, it.edition()));
    }

    /** Of the Convention while none is named that is held here. */
    public ProcedureLaw of(String procedure, Map<String, Object> body) {
        return named(procedure, body)
                .or(() -> convention.newest(Convention.UNCC).flatMap(it -> convention.law(procedure, it.edition())))
                .orElseThrow();
    }

    /** An edition of another instrument was left when the officer chose this one. */
    private Optional<Instrument> kept(Map<String, Object> body, String id) {
        var edition = new BodyFields(body).text(Draft.EDITION);
        return edition.startsWith(id + "/") ? convention.instrument(edition) : Optional.empty();
    }
}
