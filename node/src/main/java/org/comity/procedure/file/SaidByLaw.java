package org.comity.procedure.file;

import java.util.List;
import java.util.stream.Stream;
import org.comity.convention.Convention;
import org.comity.convention.ProcedureLaw.Provision;
import org.comity.procedure.form.BodyFields;

/** Reads what the law says beside an act: the duties that the procedure's file names, and what it names that is no ground. */
record SaidByLaw(ProcedureFile file, Convention convention) {

    /** @param opening body of the act that opens the thread: some duties go with what it asks for */
    List<Provision> of(String type, String edition, BodyFields opening) {
        var sections = file.sections();
        var keys = Stream.concat(
                        file.duties().getOrDefault(type, List.of()).stream(),
                        sections == null ? Stream.of() : sections.duties(type, opening).stream())
                .toList();
        return convention.law(file.law(), edition).stream()
                .flatMap(law -> keys.stream()
                        .flatMap(key -> Stream.concat(
                                law.duty(key).stream(),
                                law.notGrounds().stream().filter(it -> it.key().equals(key)))))
                .toList();
    }
}
