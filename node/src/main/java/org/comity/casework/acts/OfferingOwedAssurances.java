package org.comity.casework.acts;

import java.util.ArrayList;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import org.comity.casework.Assurances;
import org.comity.casework.Assurances.StandingAssurance;
import org.comity.casework.Drafts;
import org.comity.procedure.Assured;
import org.comity.procedure.Draft;
import org.comity.procedure.Procedures;
import org.comity.procedure.RequestRow;
import org.comity.procedure.form.BodyFields;
import org.comity.vocabulary.Official;
import org.springframework.stereotype.Component;

/** Offers what the other State asked us to assure on the page of an act that can give it, and fills it in when told to. */
@Component
class OfferingOwedAssurances {

    private final Assurances assurances;
    private final Procedures procedures;
    private final Drafts drafts;

    OfferingOwedAssurances(Assurances assurances, Procedures procedures, Drafts drafts) {
        this.assurances = assurances;
        this.procedures = procedures;
        this.drafts = drafts;
    }

    /**
     * Asked and not given since; nothing where an act of this type gives no assurances. One whose last day is over, or cannot be
     * read, is for the officer to word: filled in, it would hold too short or for ever.
     */
    List<Assured> of(RequestRow row, String type) {
        boolean gives = procedures.of(row.procedure()).writing().table().of(type).stream()
                .anyMatch(it -> it.key().equals(Assured.GIVEN));
        if (!gives) return List.of();
        var today = assurances.today();
        return assurances.of(row.thread()).stream()
                .filter(it -> it.ours() && !it.given())
                .map(StandingAssurance::assured)
                .filter(it -> it.holdsOn(today))
                .toList();
    }

    /** Those of them for which no row stands in this body yet. */
    static List<Assured> lacking(List<Assured> owed, Map<String, Object> body) {
        var there = new BodyFields(body)
                .maps(Assured.GIVEN).stream().map(it -> it.get(Assured.KIND)).toList();
        return owed.stream().filter(it -> !there.contains(it.kind())).toList();
    }

    /** Puts each into the draft as a row of its own, with the words in which it was asked; a kind that stands there stays. */
    void fillIn(RequestRow row, Draft draft, Official by) {
        var lacking = lacking(of(row, draft.type()), draft.body());
        if (lacking.isEmpty()) return;
        var rows = new ArrayList<>(new BodyFields(draft.body()).maps(Assured.GIVEN));
        lacking.stream().map(OfferingOwedAssurances::asRow).forEach(rows::add);
        var body = new HashMap<>(draft.body());
        body.put(Assured.GIVEN, rows);
        drafts.save(draft.id(), draft.version(), body, draft.facts(), by);
    }

    private static Map<String, Object> asRow(Assured asked) {
        return Map.of(
                Assured.KIND,
                asked.kind(),
                "words",
                asked.words(),
                "by",
                asked.by(),
                "form",
                asked.form(),
                "until",
                Objects.toString(asked.until(), ""));
    }
}
