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

    /** The acts by which something or someone is given, each with the facts of the opening act under which it is. */
    Map<String, Map<String, String>> of(LawNode file) {
        var gives = new LinkedHashMap<String, Map<String, String>>();
        file.find("assurances").ifPresent(it -> {
            it.only("asked", "given", "before");
            put(it, "asked", Assured.ASKED);
            put(it, "given", Assured.GIVEN);
            it.list("before").forEach(act -> before(act, gives));
        });
        return Map.copyOf(gives);
    }

    private void put(LawNode named, String where, String key) {
        named.list(where).forEach(type -> acts.put(type.text(), reading.with(key, type.text(), type)));
    }

    private void before(LawNode act, Map<String, Map<String, String>> gives) {
        if (act.plain()) {
            gives.put(known(act, act.text()), Map.of());
            return;
        }
        act.entries().forEach((type, facts) -> {
            var said = new LinkedHashMap<String, String>();
            facts.entries().forEach((key, value) -> said.put(key, value.text()));
            gives.put(known(act, type), Map.copyOf(said));
        });
    }

    private String known(LawNode act, String type) {
        if (!acts.containsKey(type)) {
            throw act.fault("there is no act \"%s\": name one of this file".formatted(type));
        }
        return type;
    }
}
