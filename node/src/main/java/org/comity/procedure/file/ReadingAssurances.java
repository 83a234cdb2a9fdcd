package org.comity.procedure.file;

import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import org.comity.convention.reading.LawNode;
import org.comity.procedure.Assured;
import org.comity.procedure.field.FiledField;

/** Reads in which acts of a procedure an assurance can be asked and given, and puts the common fields into them. */
final class ReadingAssurances {

    private final Map<String, List<FiledField>> acts;
    private final ReadingFields reading;

    /** @param acts that take the fields */
    ReadingAssurances(Map<String, List<FiledField>> acts, ReadingFields reading) {
        this.acts = acts;
        this.reading = reading;
    }

    Assuring of(LawNode file) {
        var given = new LinkedHashMap<String, Map<String, String>>();
        var before = new LinkedHashMap<String, Map<String, String>>();
        var offers = new LinkedHashMap<String, Map<String, String>>();
        file.find("assurances").ifPresent(it -> {
            it.only("asked", "given", "before", "offers");
            it.list("asked").forEach(act -> put(act, act.text(), Assured.ASKED));
            it.list("given").forEach(act -> given(act, given));
            it.list("before").forEach(act -> under(act, before));
            it.list("offers").forEach(act -> offers(act, offers));
        });
        return new Assuring(Map.copyOf(given), Map.copyOf(before), Map.copyOf(offers));
    }

    private void put(LawNode act, String type, String key) {
        acts.put(type, reading.with(key, type, act));
    }

    /** By its name alone, whatever it answers. */
    private void given(LawNode act, Map<String, Map<String, String>> given) {
        if (act.plain()) {
            put(act, act.text(), Assured.GIVEN);
            return;
        }
        under(act, given);
        act.entries().forEach((type, _) -> {
            put(act, type, Assured.GIVEN);
            own(act, type, given, false);
        });
    }

    private void offers(LawNode act, Map<String, Map<String, String>> offers) {
        under(act, offers);
        if (act.plain()) {
            throw act.fault("say under which of its facts \"%s\" only offers".formatted(act.text()));
        }
        act.entries().forEach((type, _) -> own(act, type, offers, true));
    }

    /** A slip here would count nothing, or everything, and nobody would see it. */
    private void own(LawNode act, String type, Map<String, Map<String, String>> said, boolean fact) {
        said.getOrDefault(type, Map.of()).forEach((key, value) -> {
            if (acts.getOrDefault(type, List.of()).stream()
                    .noneMatch(it -> it.key().equals(key)
                            && it.fact() == fact
                            && it.options().contains(value))) {
                throw act.fault("\"%s\" has no %s \"%s\" with the option \"%s\""
                        .formatted(type, fact ? "fact" : "field of its body", key, value));
            }
        });
    }

    private void under(LawNode act, Map<String, Map<String, String>> said) {
        if (act.plain()) {
            said.put(known(act, act.text()), Map.of());
            return;
        }
        act.entries().forEach((type, facts) -> {
            var under = new LinkedHashMap<String, String>();
            facts.entries().forEach((key, value) -> under.put(key, value.text()));
            said.put(known(act, type), Map.copyOf(under));
        });
    }

    private String known(LawNode act, String type) {
        if (!acts.containsKey(type)) {
            throw act.fault("there is no act \"%s\": name one of this file".formatted(type));
        }
        return type;
    }
}
