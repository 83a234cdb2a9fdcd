package org.comity.cooperation.preservation;

import java.time.Instant;
import java.util.LinkedHashMap;
import java.util.Map;
import org.comity.cooperation.ActFilling;
import org.comity.cooperation.form.FieldBroken;
import org.comity.cooperation.form.GivenAct;
import org.jspecify.annotations.Nullable;
import org.springframework.stereotype.Component;
import org.springframework.util.LinkedMultiValueMap;

/** What a program gives goes through the same forms as what an officer types; nothing given is dropped in silence. */
@Component
class FillingByProgram implements ActFilling {

    private static final GivenAct GIVEN = new GivenAct(PreservationActFields.TABLE);

    private final PreservationProcedure procedure;
    private final PreservationComposition composition;

    FillingByProgram(PreservationProcedure procedure, PreservationComposition composition) {
        this.procedure = procedure;
        this.composition = composition;
    }

    @Override
    public String procedure() {
        return PreservationProcedure.ID;
    }

    @Override
    public Map<String, Object> body(String type, Map<String, Object> given) {
        if (!type.equals(PreservationProcedure.REQUEST)) {
            return GIVEN.body(type, given);
        }
        var body = request(given);
        GIVEN.kept(given, body);
        return body;
    }

    @Override
    public Map<String, String> facts(String type, Map<String, Object> given, @Nullable Instant current) {
        if (procedure.roles(type).isEmpty()) {
            throw new FieldBroken(PreservationProcedure.NAME, "unreadable", "type");
        }
        var form = new LinkedMultiValueMap<String, String>();
        if (given.get("until") instanceof String until) {
            GivenAct.moment(form, "until", until);
        }
        var facts = PreservationWriting.facts(type, form, current);
        GIVEN.kept(given, facts);
        return facts;
    }

    private Map<String, Object> request(Map<String, Object> given) {
        var whole = new LinkedHashMap<>(composition.empty());
        given.forEach((key, value) -> whole.put(key, GivenAct.cleaned(value)));
        return PreservationRequest.of(whole).json();
    }
}
