package org.comity.procedure.file;

import java.time.Instant;
import java.util.Collections;
import java.util.LinkedHashMap;
import java.util.Map;
import org.comity.procedure.ActFilling;
import org.comity.procedure.Link;
import org.comity.procedure.Redirection;
import org.comity.procedure.RequestRow;
import org.comity.procedure.Requests;
import org.comity.procedure.field.FiledField;
import org.comity.procedure.form.FieldBroken;
import org.comity.procedure.form.GivenAct;
import org.comity.procedure.form.TypedAct;
import org.comity.vocabulary.Official;
import org.jspecify.annotations.Nullable;

/** Takes what a program gives as a page would have; nothing given is dropped in silence. */
final class FiledFilling implements ActFilling {

    private final ProcedureFile file;
    private final FiledComposition composition;
    private final Requests requests;
    private final GivenAct given;
    private final FiledWriting writing;

    FiledFilling(ProcedureFile file, FiledComposition composition, Requests requests, FiledWriting writing) {
        this.writing = writing;
        this.file = file;
        this.composition = composition;
        this.requests = requests;
        this.given = new GivenAct(file.table());
    }

    @Override
    public String procedure() {
        return file.id();
    }

    @Override
    public Map<String, Object> body(String type, Map<String, Object> said) {
        if (!type.equals(file.opening())) {
            return given.body(type, said);
        }
        var whole = new LinkedHashMap<>(composition.empty());
        said.forEach((key, value) -> whole.put(key, GivenAct.cleaned(value)));
        var kept = composition.whole(whole);
        var sections = file.sections();
        if (sections != null && said.containsKey(sections.choice().key())) {
            // What is wrong with the choice is told before what goes with it.
            var choice = sections.choice().key();
            given.kept(Collections.singletonMap(choice, said.get(choice)), kept);
        }
        given.kept(said, kept);
        return composition.clean(whole);
    }

    /** Items are given by their ids, and the act that this one speaks of among its facts. */
    @Override
    public Filled step(RequestRow row, String type, Map<String, Object> body, Map<String, Object> facts, Official by) {
        var fields = given.fields(type);
        var form = GivenAct.form(body, fields);
        form.addAll(GivenAct.form(facts, fields));
        var written = writing.read(row, type, form, by);
        given.kept(body, written.body());
        given.kept(facts, written.facts());
        return new Filled(written.body(), written.facts());
    }

    /** Of an opening act: what it follows, by its reference. Its other facts stand in its body. */
    @Override
    public Map<String, String> facts(String type, Map<String, Object> said, @Nullable Instant current) {
        if (!type.equals(file.opening())) {
            var typed = new TypedAct(given.fields(type), GivenAct.form(said, given.fields(type))).facts();
            var facts = file.withEnd(type, typed, current);
            given.kept(said, facts);
            return facts;
        }
        var facts = new LinkedHashMap<String, String>();
        if (said.get(Link.FACT) instanceof String followed) {
            facts.put(Link.FACT, link(followed));
        }
        file.fields(type).stream().filter(FiledField::fact).forEach(it -> {
            if (said.get(it.key()) instanceof String word && it.options().contains(word)) {
                facts.put(it.key(), word);
            }
        });
        given.kept(said, facts);
        return facts;
    }

    /** As the draft itself shows it, it stays as it is. */
    private String link(String said) {
        if (Link.read(said).isPresent()) {
            return said;
        }
        return requests.find(said)
                .filter(it -> it.ourRole().equals(file.opener()))
                .filter(it -> Redirection.sentOn(it, file.law())
                        || file.follows() != null && file.follows().procedures().contains(it.law()))
                .map(it -> Link.to(it.thread()).fact())
                .orElseThrow(() -> new FieldBroken(file.law(), "unknown", Link.FACT));
    }
}
