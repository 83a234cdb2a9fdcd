package org.comity.cooperation.assistance;

import java.time.Instant;
import java.util.LinkedHashMap;
import java.util.Map;
import org.comity.cooperation.ActFilling;
import org.comity.cooperation.Redirection;
import org.comity.cooperation.RequestRow;
import org.comity.cooperation.Requests;
import org.comity.cooperation.form.FieldBroken;
import org.comity.cooperation.form.GivenAct;
import org.comity.cooperation.links.Link;
import org.comity.vocabulary.Official;
import org.comity.vocabulary.Role;
import org.jspecify.annotations.Nullable;
import org.springframework.stereotype.Component;

/** What a program gives goes through the same forms as what an officer types; nothing given is dropped in silence. */
@Component
class AssistanceFilling implements ActFilling {

    private static final GivenAct GIVEN = new GivenAct(AssistanceActFields.TABLE);

    private final AssistanceComposition composition;
    private final AssistanceWriting writing;
    private final Requests requests;

    AssistanceFilling(AssistanceComposition composition, AssistanceWriting writing, Requests requests) {
        this.composition = composition;
        this.writing = writing;
        this.requests = requests;
    }

    @Override
    public String procedure() {
        return AssistanceProcedure.ID;
    }

    @Override
    public Map<String, Object> body(String type, Map<String, Object> given) {
        if (!type.equals(Acts.REQUEST)) {
            return GIVEN.body(type, given);
        }
        var whole = new LinkedHashMap<>(composition.empty());
        given.forEach((key, value) -> whole.put(key, GivenAct.cleaned(value)));
        var body = RequestBody.clean(whole);
        GIVEN.kept(given, body);
        return body;
    }

    @Override
    public Map<String, String> facts(String type, Map<String, Object> given, @Nullable Instant current) {
        if (!type.equals(Acts.REQUEST)) {
            return GIVEN.facts(type, given);
        }
        var follows =
                given.get(Link.FACT) instanceof String said ? Map.of(Link.FACT, link(said)) : Map.<String, String>of();
        GIVEN.kept(given, follows);
        return follows;
    }

    /** What it follows by its reference; as the draft itself shows it, it stays as it is. */
    private String link(String said) {
        if (Link.read(said).isPresent()) {
            return said;
        }
        return requests.find(said)
                .filter(it -> it.ourRole() == Role.REQUESTING)
                .filter(it -> AssistanceFollowing.FOLLOWED.contains(it.law())
                        || Redirection.sentOn(it, AssistanceProcedure.NAME))
                .map(it -> Link.to(it.thread()).fact())
                .orElseThrow(() -> new FieldBroken(AssistanceProcedure.NAME, "unknown", Link.FACT));
    }

    /** Items are given by their ids, and the act that this one speaks of among its facts. */
    @Override
    public Filled step(RequestRow row, String type, Map<String, Object> body, Map<String, Object> facts, Official by) {
        var fields = GIVEN.fields(type);
        var form = GivenAct.form(body, fields);
        form.addAll(GivenAct.form(facts, fields));
        var written = writing.read(row, type, form, by);
        GIVEN.kept(body, written.body());
        GIVEN.kept(facts, written.facts());
        return new Filled(written.body(), written.facts());
    }
}
